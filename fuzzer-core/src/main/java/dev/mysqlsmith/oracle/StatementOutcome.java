package dev.mysqlsmith.oracle;

import dev.mysqlsmith.execute.Outcome;
import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A statement that has run, with what it did. What its tree says is worked out once for all oracles; for one thread. */
public final class StatementOutcome {
    private final StatementContext context;
    private final Outcome outcome;
    private @Nullable Optional<QueryTree> query;
    private Comparability.@Nullable Verdict comparability;

    public StatementOutcome(StatementContext context, Outcome outcome) {
        this.context = context;
        this.outcome = outcome;
    }

    /** The statement. */
    public StatementContext context() {
        return context;
    }

    /** What it did. */
    public Outcome outcome() {
        return outcome;
    }

    /** The query that it is; empty where it is none. */
    Optional<QueryTree> query() {
        if (query == null) {
            query = Optional.ofNullable(context.tree()).flatMap(QueryTree::of);
        }
        return query;
    }

    /** The same where it gave rows. */
    Optional<QueryTree> queryWithRows() {
        return outcome instanceof Outcome.Rows ? query() : Optional.empty();
    }

    /** How its answers may be compared. */
    Comparability.Verdict comparability() {
        if (comparability == null) {
            SyntaxTree.Node tree = context.tree();
            comparability = tree == null ? new Comparability.Verdict.Not("not in the grammar") : Comparability.of(tree);
        }
        return comparability;
    }
}
