package dev.mysqlsmith.reduce;

import dev.mysqlsmith.finding.Step;
import dev.mysqlsmith.grammar.StatementTokens;
import java.util.ArrayList;
import java.util.List;

/** Statements without comments and with single blanks: all of them at once, then one by one. */
final class PlainTextPass implements ReductionPass {
    @Override
    public String name() {
        return "plain text";
    }

    @Override
    public List<Edit> edits(Script script) {
        List<Edit> edits = new ArrayList<>();
        List<Step> all = new ArrayList<>();
        for (int i = 0; i < script.size(); i++) {
            int index = i;
            String plain = plain(script.statement(i));
            all.addAll(script.replacing(i, plain).subList(i, i + 1));
            edits.add(new Edit(0, () -> script.replacing(index, plain)));
        }
        edits.add(0, new Edit(0, () -> all));
        return edits;
    }

    private static String plain(Statement statement) {
        return statement.tree() != null ? statement.tree().sql() : StatementTokens.sql(statement.tokens());
    }
}
