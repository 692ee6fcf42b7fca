package dev.mysqlsmith.execute;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Two results, how to compare them, and what is expected: a block of {@code comparison-cases.txt}. */
record ComparisonCase(String name, ComparisonRules rules, ResultTable here, ResultTable there, String expected) {

    static List<ComparisonCase> all() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(ComparisonCase.class.getResourceAsStream("comparison-cases.txt"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("(?m)^== "))
                    .skip(1)
                    .map(ComparisonCase::read)
                    .toList();
        }
    }

    private static ComparisonCase read(String block) {
        ComparisonRules rules = ComparisonRules.multiset();
        List<String> types = new ArrayList<>();
        List<List<@Nullable String>> here = new ArrayList<>();
        List<List<@Nullable String>> there = new ArrayList<>();
        String expected = "";
        List<String> lines = block.lines().toList();
        for (String line : lines.subList(1, lines.size())) {
            if (line.startsWith("=> ")) {
                expected = line.substring(3);
            } else if (line.startsWith("<")) {
                here.add(cells(line));
            } else if (line.startsWith(">")) {
                there.add(cells(line));
            } else if (Character.isLowerCase(line.isEmpty() ? ' ' : line.charAt(0))) {
                rules = rule(rules, line);
            } else if (!line.isBlank()) {
                types.addAll(List.of(line.split(" > ")));
            }
        }
        return new ComparisonCase(
                lines.get(0), rules, table(types.get(0), here), table(types.get(types.size() - 1), there), expected);
    }

    private static ComparisonRules rule(ComparisonRules rules, String line) {
        String[] words = line.split(" ", 2);
        return switch (words[0]) {
            case "any" -> rules.withAnyRepresentative();
            case "float" -> rules.withFloatSums();
            case "limit" -> rules.withLimit(Long.parseLong(words[1]));
            case "doubt" -> rules.withDoubt(words[1]);
            case "sorted" ->
                rules.withSort(Arrays.stream(words[1].split(" "))
                        .map(column -> new ComparisonRules.SortColumn(Integer.parseInt(column), ""))
                        .toList());
            default -> throw new IllegalArgumentException(line);
        };
    }

    private static List<@Nullable String> cells(String line) {
        List<@Nullable String> cells = new ArrayList<>();
        for (String cell : line.substring(Math.min(2, line.length())).split("\\|", -1)) {
            cells.add(cell.equals("NULL") ? null : cell);
        }
        return cells;
    }

    private static ResultTable table(String types, List<List<@Nullable String>> rows) {
        List<String> names = List.of(types.split("\\|"));
        return new ResultTable(names, names, rows, false);
    }

    @Override
    public String toString() {
        return name;
    }
}
