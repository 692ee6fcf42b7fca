package dev.mysqlsmith.reduce;

import dev.mysqlsmith.grammar.StatementTokens;
import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes away tokens: what stands in brackets with them, its inside, the brackets alone; then runs of tokens. What is left of a
 * statement that the grammar does not have.
 */
final class TokenPass implements ReductionPass {
    @Override
    public String name() {
        return "tokens";
    }

    @Override
    public List<Edit> edits(Script script) {
        List<Edit> edits = new ArrayList<>();
        for (int i = script.size() - 1; i >= 0; i--) {
            brackets(script, i, edits);
            runs(script, i, edits);
        }
        return edits;
    }

    private static void runs(Script script, int index, List<Edit> edits) {
        int size = script.statement(index).tokens().size();
        for (int length = size / 2; length >= 1; length /= 2) {
            for (int to = size; to > 0; to -= length) {
                int from = Math.max(0, to - length);
                if (to - from < size) {
                    edits.add(without(script, index, List.of(new int[] {from, to})));
                }
            }
        }
    }

    private static void brackets(Script script, int index, List<Edit> edits) {
        List<SyntaxTree.Token> tokens = script.statement(index).tokens();
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).text().equals("(")) {
                open.add(i);
            } else if (tokens.get(i).text().equals(")") && !open.isEmpty()) {
                int from = open.remove(open.size() - 1);
                edits.add(without(script, index, List.of(new int[] {from, i + 1})));
                edits.add(without(script, index, List.of(new int[] {from + 1, i})));
                edits.add(without(script, index, List.of(new int[] {from, from + 1}, new int[] {i, i + 1})));
                if (from > 0) {
                    edits.add(without(script, index, List.of(new int[] {from - 1, from + 1}, new int[] {i, i + 1})));
                    edits.add(without(script, index, List.of(new int[] {from - 1, i + 1})));
                }
            }
        }
    }

    private static Edit without(Script script, int index, List<int[]> runs) {
        int gain = runs.stream().mapToInt(run -> run[1] - run[0]).sum();
        return new Edit(gain, () -> {
            List<SyntaxTree.Token> tokens = script.statement(index).tokens();
            List<SyntaxTree.Token> kept = new ArrayList<>();
            for (int i = 0; i < tokens.size(); i++) {
                int at = i;
                if (runs.stream().noneMatch(run -> at >= run[0] && at < run[1])) {
                    kept.add(tokens.get(i));
                }
            }
            return script.replacing(index, StatementTokens.sql(kept));
        });
    }
}
