package dev.mysqlsmith.reduce;

import dev.mysqlsmith.finding.Step;
import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Plain names for what the statements make, {@code t1}, {@code c1}, {@code a1}, in the order in which it is made: all at once, then one
 * by one. Names that are shorter already stay.
 */
final class NamesPass implements ReductionPass {
    /** What a name that is made by a node of the rule begins with. */
    private static final Map<String, String> LETTERS = Map.ofEntries(
            Map.entry("newTableName", "t"),
            Map.entry("newViewName", "v"),
            Map.entry("newTableAlias", "a"),
            Map.entry("newCteName", "q"),
            Map.entry("newColumnName", "c"),
            Map.entry("newColumnAlias", "x"),
            Map.entry("newDerivedColumnName", "x"),
            Map.entry("newIndexName", "i"),
            Map.entry("newConstraintName", "k"),
            Map.entry("newPartitionName", "p"),
            Map.entry("newWindowName", "w"),
            Map.entry("newRoutineName", "r"),
            Map.entry("newTriggerName", "g"));

    private static final Set<String> NAMES = Set.of("identifier", "functionName");

    /** @param text with its quotes */
    private record Made(String text, String letter) {
        String name() {
            return TreeEdits.name(text);
        }
    }

    @Override
    public String name() {
        return "names";
    }

    @Override
    public List<Edit> edits(Script script) {
        List<Made> made = made(script);
        List<Edit> edits = new ArrayList<>();
        Set<String> used = used(script);
        Map<String, String> all = plain(made);
        if (isOneToOne(all, used)) {
            edits.add(new Edit(0, () -> renamed(script, all)));
        }
        for (Made one : made) {
            String plain = firstFree(one.letter(), used);
            if (plain.length() < one.text().length()) {
                edits.add(new Edit(0, () -> renamed(script, Map.of(one.name(), plain))));
            }
        }
        return edits;
    }

    private static List<Made> made(Script script) {
        Map<String, Made> made = new LinkedHashMap<>();
        for (int i = 0; i < script.size(); i++) {
            SyntaxTree.Node tree = script.statement(i).tree();
            if (tree != null) {
                inOrder(tree, made);
            }
        }
        return List.copyOf(made.values());
    }

    private static void inOrder(SyntaxTree.Node node, Map<String, Made> made) {
        String letter = LETTERS.get(node.rule().name());
        if (letter != null) {
            List<SyntaxTree.Node> parts = node.children("identifier");
            if (!parts.isEmpty()) {
                Made one = new Made(parts.get(parts.size() - 1).sql(), letter);
                made.putIfAbsent(one.name(), one);
            }
        }
        for (SyntaxTree child : node.children()) {
            if (child instanceof SyntaxTree.Node inner) {
                inOrder(inner, made);
            }
        }
    }

    private static Map<String, String> plain(List<Made> made) {
        Map<String, Integer> counts = new HashMap<>();
        Map<String, String> plain = new LinkedHashMap<>();
        for (Made one : made) {
            String next = one.letter() + (counts.getOrDefault(one.letter(), 0) + 1);
            if (next.length() <= one.text().length()) {
                counts.merge(one.letter(), 1, Integer::sum);
                plain.put(one.name(), next);
            }
        }
        return plain;
    }

    /** Whether no name would stand for two things that had two, and one gets another. */
    private static boolean isOneToOne(Map<String, String> plain, Set<String> used) {
        Set<String> after = new HashSet<>(plain.values());
        boolean free = used.stream().filter(name -> !plain.containsKey(name)).noneMatch(after::contains);
        return free
                && after.size() == plain.size()
                && plain.entrySet().stream().anyMatch(entry -> !entry.getKey().equals(entry.getValue()));
    }

    private static String firstFree(String letter, Set<String> used) {
        int number = 1;
        while (used.contains(letter + number)) {
            number++;
        }
        return letter + number;
    }

    private static Set<String> used(Script script) {
        Set<String> used = new HashSet<>();
        script.forEachTree((index, tree) ->
                NAMES.forEach(rule -> TreeEdits.all(tree, rule).forEach(node -> used.add(TreeEdits.name(node)))));
        return used;
    }

    private static List<Step> renamed(Script script, Map<String, String> plain) {
        return script.rewriting((index, tree) -> renamed(tree, plain));
    }

    private static SyntaxTree.Node renamed(SyntaxTree.Node node, Map<String, String> names) {
        String other = NAMES.contains(node.rule().name()) ? names.get(TreeEdits.name(node)) : null;
        return other == null
                ? node.mapped(child -> renamed(child, names))
                : (SyntaxTree.Node) TreeEdits.renamed(node, text -> other);
    }
}
