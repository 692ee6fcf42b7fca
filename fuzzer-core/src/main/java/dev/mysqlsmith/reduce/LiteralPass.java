package dev.mysqlsmith.reduce;

import dev.mysqlsmith.finding.Step;
import dev.mysqlsmith.grammar.StatementTokens;
import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.ArrayList;
import java.util.List;

/** Simpler literals: 0 and 1 for numbers, the empty string, parts of long ones. */
final class LiteralPass implements ReductionPass {
    private static final int LONG = 3;

    @Override
    public String name() {
        return "literals";
    }

    @Override
    public List<Edit> edits(Script script) {
        List<Edit> edits = new ArrayList<>();
        for (int i = script.size() - 1; i >= 0; i--) {
            Statement statement = script.statement(i);
            for (int t = 0; t < statement.tokens().size(); t++) {
                int index = i;
                int token = t;
                String text = statement.tokens().get(t).text();
                simpler(text)
                        .forEach(other -> edits.add(new Edit(
                                text.length() - other.length(), () -> replacing(script, index, token, other))));
            }
        }
        return edits;
    }

    private static List<Step> replacing(Script script, int statement, int token, String text) {
        List<SyntaxTree.Token> tokens =
                new ArrayList<>(script.statement(statement).tokens());
        tokens.set(token, new SyntaxTree.Token(tokens.get(token).type(), text));
        return script.replacing(statement, StatementTokens.sql(tokens));
    }

    private static List<String> simpler(String text) {
        if (text.matches("[0-9]+")) {
            return text.length() < LONG
                    ? List.of("0", "1")
                    : List.of("0", "1", text.substring(0, text.length() / 2), text.substring(0, text.length() - 1));
        }
        if (text.matches("[0-9]*\\.?[0-9]+([eE][+-]?[0-9]+)?|[0-9]+\\.")) {
            return List.of("0", "1", "1.1", "1e0");
        }
        if (text.length() >= 2 && (text.startsWith("'") || text.startsWith("\"")) && !text.contains("\\")) {
            return strings(text);
        }
        return List.of();
    }

    private static List<String> strings(String text) {
        String quote = text.substring(0, 1);
        String inner = text.substring(1, text.length() - 1);
        List<String> simpler = new ArrayList<>(List.of(quote + quote, quote + "a" + quote, quote + "1" + quote));
        if (!inner.contains(quote)) {
            for (int length = inner.length() / 2; length >= 1; length /= 2) {
                simpler.add(quote + inner.substring(0, inner.length() - length) + quote);
                simpler.add(quote + inner.substring(length) + quote);
            }
        }
        return simpler;
    }
}
