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
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Which features of SQL a statement has: the rules of the grammar that {@code features.txt} names. */
final class Features {
    private static final Map<String, String> NAMES = read();

    private Features() {}

    /** The features of a statement, each once. */
    static Set<String> of(SyntaxTree tree) {
        Set<String> found = new HashSet<>();
        collect(tree, found);
        return found;
    }

    private static void collect(SyntaxTree tree, Set<String> found) {
        if (tree instanceof SyntaxTree.Node node) {
            String feature = NAMES.get(node.rule().name());
            if (feature != null) {
                found.add(feature);
            }
            for (SyntaxTree child : node.children()) {
                collect(child, found);
            }
        }
    }

    private static Map<String, String> read() {
        InputStream stream = Objects.requireNonNull(Features.class.getResourceAsStream("features.txt"));
        Map<String, String> names = new HashMap<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> {
                        String[] cells = line.strip().split("\\s+", 2);
                        Rule rule = GrammarModel.mysql()
                                .rule(cells[0]); // a rule that was renamed must not be missed silently
                        names.put(rule.name(), cells[1]);
                    });
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
