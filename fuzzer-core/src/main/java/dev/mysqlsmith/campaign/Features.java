package dev.mysqlsmith.campaign;

import dev.mysqlsmith.grammar.GrammarModel;
import dev.mysqlsmith.grammar.Rule;
import dev.mysqlsmith.grammar.SyntaxTree;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Which features of SQL a statement has: the rules of the grammar that {@code features.txt} names. */
final class Features {
    /** What tells a feature: a node of a rule, with that child where one is named. */
    private record Sign(String symbol, String feature) {
        boolean isOn(SyntaxTree.Node node) {
            return symbol.isEmpty() || node.children().stream().anyMatch(child -> isNamed(child, symbol));
        }

        private static boolean isNamed(SyntaxTree child, String symbol) {
            return child instanceof SyntaxTree.Node inner
                    ? inner.is(symbol)
                    : ((SyntaxTree.Token) child).text().equalsIgnoreCase(symbol);
        }
    }

    private static final Map<String, List<Sign>> SIGNS = read();

    private Features() {}

    /** The features of a statement, each once. */
    static Set<String> of(SyntaxTree tree) {
        Set<String> found = new HashSet<>();
        collect(tree, found);
        return found;
    }

    private static void collect(SyntaxTree tree, Set<String> found) {
        if (tree instanceof SyntaxTree.Node node) {
            for (Sign sign : SIGNS.getOrDefault(node.rule().name(), List.of())) {
                if (sign.isOn(node)) {
                    found.add(sign.feature());
                }
            }
            for (SyntaxTree child : node.children()) {
                collect(child, found);
            }
        }
    }

    private static Map<String, List<Sign>> read() {
        InputStream stream = Objects.requireNonNull(Features.class.getResourceAsStream("features.txt"));
        Map<String, List<Sign>> signs = new HashMap<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> {
                        String[] cells = line.strip().split("\\s+", 2);
                        String[] where = cells[0].split("/", 2);
                        // a rule that was renamed must not be missed silently
                        Rule rule = GrammarModel.mysql().rule(where[0]);
                        signs.computeIfAbsent(rule.name(), name -> new ArrayList<>())
                                .add(new Sign(where.length > 1 ? where[1] : "", cells[1]));
                    });
            return signs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
