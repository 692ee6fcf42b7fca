package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Alternative;
import dev.mysqlsmith.grammar.ContextRules;
import dev.mysqlsmith.grammar.MySqlLexer;
import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** PREPARE, EXECUTE and DEALLOCATE: of statements with parameters, whose values are set right behind PREPARE. */
final class PreparedBinders {
    private static final List<String> PREPARED = List.of(
            "selectStatement",
            "insertStatement",
            "replaceStatement",
            "updateStatement",
            "deleteStatement",
            "doStatement");
    private static final double OTHER_VALUE = 0.3;

    private PreparedBinders() {}

    /** PREPARE of a query or a change. */
    static SyntaxTree.@Nullable Node prepare(Expansion expansion, Request request) {
        SyntaxTree.Node statement = expansion.plain(
                new Request(expansion.rule("statement"), 0, request.context(), Expansion.QUERY_BUDGET),
                alternative -> PREPARED.stream().anyMatch(alternative::mentions) ? 1 : 0,
                Plan.FREE);
        if (statement == null
                || !ContextRules.holdFor(statement, expansion.world().version())) {
            return null;
        }
        Parameters.Statement prepared = Parameters.in(statement, expansion);
        SessionState session = expansion.world().session();
        String name = session.freshPrepared();
        List<String> variables = new ArrayList<>();
        for (int i = 0; i < prepared.values().size(); i++) {
            variables.add("@" + name + "_" + (i + 1));
        }
        Set<String> uses = ProgramUses.of(statement, expansion.world());
        expansion.draft().onSuccess(schema -> {
            session.prepared().add(new PreparedStatement(name, variables, uses));
            if (!variables.isEmpty()) {
                expansion.world().due().add(set(expansion, request, variables, prepared.values()));
            }
        });
        return Filling.of(expansion, request, new Plan().choose("textString"))
                .leaf("newPreparedStatementName", name)
                .put("textString", text(expansion, prepared.tree().sql()))
                .make();
    }

    private static SyntaxTree.Node text(Expansion expansion, String sql) {
        String quoted = "'" + sql.replace("\\", "\\\\").replace("'", "''") + "'";
        return new SyntaxTree.Node(
                expansion.rule("textString"), List.of(new SyntaxTree.Token(MySqlLexer.STRING, quoted)));
    }

    private static SyntaxTree.Node set(
            Expansion expansion, Request request, List<String> variables, List<String> values) {
        Request assignment = new Request(expansion.rule("setAssignment"), 0, request.context(), 0);
        Alternative user = assignment.rule().alternatives().get(0);
        List<SyntaxTree> assignments = new ArrayList<>();
        for (int i = 0; i < variables.size(); i++) {
            assignments.add(Filling.of(expansion, assignment, user, Plan.FREE)
                    .leaf("userVariable", variables.get(i))
                    .leaf("expression", values.get(i))
                    .made());
        }
        SyntaxTree.Node set = Filling.of(
                        expansion,
                        new Request(expansion.rule("setStatement"), 0, request.context(), 0),
                        new Plan().rounds("setAssignment", assignments.size() - 1))
                .put("setAssignment", assignments)
                .made();
        return new SyntaxTree.Node(expansion.rule("statement"), List.of(set));
    }

    /** EXECUTE of what was prepared, with its variables. */
    static SyntaxTree.@Nullable Node execute(Expansion expansion, Request request) {
        List<PreparedStatement> prepared = expansion.world().session().prepared();
        if (prepared.isEmpty()) {
            return null;
        }
        PreparedStatement statement = expansion.choices().pick(prepared);
        List<SyntaxTree> variables = new ArrayList<>();
        for (String variable : statement.variables()) {
            variables.add(expansion.lexicon().leaf(expansion.rule("userVariable"), variable));
        }
        expansion.draft().onFailure(() -> prepared.remove(statement));
        if (!variables.isEmpty() && expansion.choices().chance(OTHER_VALUE)) {
            String variable = expansion.choices().pick(statement.variables());
            String value = expansion.choices().oneOf("NULL", "1", "'1'", "0.5");
            expansion
                    .draft()
                    .onSuccess(schema ->
                            expansion.world().due().add(set(expansion, request, List.of(variable), List.of(value))));
        }
        Plan plan = new Plan()
                .include("userVariable", !variables.isEmpty())
                .rounds("userVariable", Math.max(0, variables.size() - 1));
        return Filling.of(expansion, request, plan)
                .leaf("preparedStatementRef", statement.name())
                .put("userVariable", variables)
                .make();
    }

    /** DEALLOCATE PREPARE. */
    static SyntaxTree.@Nullable Node deallocate(Expansion expansion, Request request) {
        List<PreparedStatement> prepared = expansion.world().session().prepared();
        if (prepared.isEmpty()) {
            return null;
        }
        PreparedStatement statement = expansion.choices().pick(prepared);
        expansion.draft().onSuccess(schema -> prepared.remove(statement));
        return Filling.of(expansion, request, Plan.FREE)
                .leaf("preparedStatementRef", statement.name())
                .make();
    }
}
