package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Alternative;
import dev.mysqlsmith.grammar.SyntaxTree;
import org.jspecify.annotations.Nullable;

/** Transactions and savepoints: what a statement makes of the session's state. */
final class TransactionBinders {
    private TransactionBinders() {}

    /** START TRANSACTION. */
    static SyntaxTree.@Nullable Node start(Expansion expansion, Request request) {
        SyntaxTree.Node node = expansion.plain(request);
        if (node != null) {
            SessionState session = expansion.world().session();
            boolean readOnly = names(node, "ONLY") || staysReadOnly(session) && !names(node, "WRITE");
            expansion.draft().onSuccess(schema -> session.begin(readOnly));
        }
        return node;
    }

    /** BEGIN. */
    static SyntaxTree.@Nullable Node begin(Expansion expansion, Request request) {
        SessionState session = expansion.world().session();
        boolean readOnly = staysReadOnly(session);
        expansion.draft().onSuccess(schema -> session.begin(readOnly));
        return expansion.plain(request);
    }

    /** A transaction that is begun while another is open is read-only like that one. */
    private static boolean staysReadOnly(SessionState session) {
        return session.phase() == Phase.READ_ONLY;
    }

    /** COMMIT, with the next transaction at once or not. */
    static SyntaxTree.@Nullable Node commit(Expansion expansion, Request request) {
        return end(expansion, request, request.rule().alternatives().get(0));
    }

    /** ROLLBACK, of all or to a savepoint. */
    static SyntaxTree.@Nullable Node rollback(Expansion expansion, Request request) {
        boolean savepoints = !expansion.world().session().savepoints().isEmpty();
        return expansion.attempt(
                request,
                alternative -> alternative.mentions("savepointRef") && !savepoints ? 0 : 1,
                alternative -> alternative.mentions("savepointRef")
                        ? toSavepoint(expansion, request, alternative, false)
                        : end(expansion, request, alternative));
    }

    private static SyntaxTree.@Nullable Node end(Expansion expansion, Request request, Alternative alternative) {
        SyntaxTree.Node node = expansion.build(request, alternative, Plan.FREE);
        if (node != null) {
            boolean chain = names(node, "CHAIN") && !names(node, "NO CHAIN");
            SessionState session = expansion.world().session();
            expansion.draft().onSuccess(schema -> {
                if (chain) {
                    session.chain();
                } else if (!session.isLocked()) {
                    session.idle();
                }
            });
        }
        return node;
    }

    private static boolean names(SyntaxTree.Node node, String words) {
        return node.sql().contains(words);
    }

    /** SAVEPOINT. */
    static SyntaxTree.@Nullable Node savepoint(Expansion expansion, Request request) {
        String name = expansion.lexicon().values().constant("savepoint", expansion.choices());
        expansion.draft().onSuccess(schema -> expansion.world().session().savepoint(name));
        return Filling.of(expansion, request, Plan.FREE)
                .leaf("newSavepointName", name)
                .make();
    }

    /** RELEASE SAVEPOINT. */
    static SyntaxTree.@Nullable Node release(Expansion expansion, Request request) {
        return expansion.world().session().savepoints().isEmpty()
                ? null
                : toSavepoint(expansion, request, request.rule().alternatives().get(0), true);
    }

    private static SyntaxTree.@Nullable Node toSavepoint(
            Expansion expansion, Request request, Alternative alternative, boolean itself) {
        SessionState session = expansion.world().session();
        String name = expansion.choices().pick(session.savepoints());
        expansion.draft().onSuccess(schema -> session.backTo(name, itself));
        return Filling.of(expansion, request, alternative, Plan.FREE)
                .leaf("savepointRef", name)
                .make();
    }

    /** SET TRANSACTION: inside of a transaction only for those to come. */
    static SyntaxTree.@Nullable Node set(Expansion expansion, Request request) {
        boolean inside = expansion.world().session().inTransaction();
        Plan plan = new Plan().avoid("GLOBAL");
        if (inside) {
            plan.include("SESSION");
        }
        Context context = request.context();
        return Filling.of(expansion, request, plan)
                .contexts((index, symbol) -> context.in(Clause.LITERAL))
                .make();
    }

    /** READ ONLY or READ WRITE; not the former in SET TRANSACTION, after which nothing could be changed. */
    static SyntaxTree.@Nullable Node access(Expansion expansion, Request request) {
        boolean set = request.context().clause() == Clause.LITERAL;
        return expansion.plain(request, alternative -> set && alternative.mentions("ONLY") ? 0 : 1, Plan.FREE);
    }
}
