package dev.mysqlsmith.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Partitions as they were counted, the same number of parts in each, and expressions that always give the same. */
final class PartitionRules {
    private static final List<String> LISTS = List.of("hashPartitionList", "rangePartitionList", "listPartitionList");
    private static final Set<String> UNSTABLE = Set.of(
            "RAND",
            "UUID",
            "NOW",
            "SYSDATE",
            "CURDATE",
            "CURTIME",
            "CURRENT_DATE",
            "CURRENT_TIME",
            "CURRENT_TIMESTAMP",
            "LOCALTIME",
            "LOCALTIMESTAMP",
            "UTC_DATE",
            "UTC_TIME",
            "UTC_TIMESTAMP",
            "CURRENT_USER",
            "SESSION_USER",
            "SYSTEM_USER",
            "USER",
            "CONNECTION_ID",
            "DATABASE",
            "SCHEMA");

    private PartitionRules() {}

    static Optional<String> check(SyntaxTree.Node clause) {
        return count(clause)
                .or(() -> subpartitionCount(clause))
                .or(() -> columnCount(clause))
                .or(() -> unstable(clause));
    }

    private static Optional<String> count(SyntaxTree.Node clause) {
        List<SyntaxTree.Node> partitions = partitions(clause);
        Optional<Integer> declared = declared(clause);
        if (partitions.isEmpty() || declared.isEmpty() || declared.get() == partitions.size()) {
            return Optional.empty();
        }
        return Optional.of("PARTITIONS " + declared.get() + " was declared, but " + partitions.size() + " are defined");
    }

    private static Optional<String> subpartitionCount(SyntaxTree.Node clause) {
        int expected = clause.children("subpartitionClause").stream()
                .findFirst()
                .flatMap(PartitionRules::declared)
                .orElse(-1);
        boolean named = false;
        boolean first = true;
        for (SyntaxTree.Node partition : partitions(clause)) {
            int parts = partition.children("subpartitionList").stream()
                    .mapToInt(list -> list.children("subpartitionDefinition").size())
                    .sum();
            if (first) {
                first = false;
                named = parts > 0;
                expected = expected < 0 ? parts : expected;
            }
            if (named != (parts > 0) || (named && parts != expected)) {
                return Optional.of("a partition has " + parts + " subpartitions, expected " + (named ? expected : 0));
            }
        }
        return Optional.empty();
    }

    /** VALUES LESS THAN (1, 2) has a value for each column of RANGE COLUMNS (a, b). */
    private static Optional<String> columnCount(SyntaxTree.Node clause) {
        int columns = Math.max(1, clause.children("partitionColumnRef").size());
        boolean tooFew = columns > 1
                && partitions(clause).stream()
                        .flatMap(partition -> partition.children("listPartitionValues").stream())
                        .anyMatch(values -> !values.has("listPartitionTuple"));
        if (tooFew) {
            return Optional.of("VALUES IN has single values, expected tuples of " + columns);
        }
        boolean bareMaximum = columns > 1
                && partitions(clause).stream()
                        .flatMap(partition -> partition.children("rangePartitionValues").stream())
                        .anyMatch(values -> !values.has("partitionValueTuple"));
        if (bareMaximum) {
            return Optional.of("VALUES LESS THAN has MAXVALUE alone, expected " + columns + " values");
        }
        return partitions(clause).stream()
                .flatMap(partition -> partition.children("rangePartitionValues").stream())
                .flatMap(values -> values.children("partitionValueTuple").stream())
                .map(tuple -> tuple.children("partitionValue").size())
                .filter(size -> size < columns)
                .findFirst()
                .map(size -> "VALUES LESS THAN has " + size + " values, expected at least " + columns);
    }

    private static Optional<String> unstable(SyntaxTree.Node clause) {
        List<SyntaxTree.Node> functions = new ArrayList<>(clause.children("bitExpression"));
        clause.children("subpartitionClause").forEach(sub -> functions.addAll(sub.children("bitExpression")));
        return functions.stream()
                .map(PartitionRules::unstablePart)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> unstablePart(SyntaxTree.Node expression) {
        List<String> names = new ArrayList<>();
        expression.forEachToken(token -> names.add(token.text().toUpperCase(Locale.ROOT)));
        return names.stream()
                .filter(name -> UNSTABLE.contains(name) || name.startsWith("@"))
                .findFirst()
                .map(name -> name + " does not always give the same, so no partition can depend on it");
    }

    /** VALUES LESS THAN: what stays the same. */
    static Optional<String> checkRange(SyntaxTree.Node values) {
        return unstablePart(values);
    }

    /** VALUES IN: what stays the same; parentheses hold the values of several columns. */
    static Optional<String> checkList(SyntaxTree.Node values) {
        boolean parenthesized = values.children("bitExpression").stream()
                .anyMatch(value -> value.sql().startsWith("("));
        return parenthesized
                ? Optional.of("VALUES IN has one value in parentheses, expected none or those of several columns")
                : unstablePart(values);
    }

    private static List<SyntaxTree.Node> partitions(SyntaxTree.Node clause) {
        return LISTS.stream()
                .flatMap(list -> clause.children(list).stream())
                .flatMap(list -> list.children().stream())
                .filter(SyntaxTree.Node.class::isInstance)
                .map(SyntaxTree.Node.class::cast)
                .toList();
    }

    /** The number behind PARTITIONS or SUBPARTITIONS; empty where it is no small number. */
    private static Optional<Integer> declared(SyntaxTree.Node node) {
        return node.children("countNumber").stream()
                .map(SyntaxTree::sql)
                .filter(text -> text.matches("\\d{1,6}|0x[0-9a-fA-F]{1,6}|[xX]'[0-9a-fA-F]{1,6}'"))
                .map(text -> text.startsWith("x") || text.startsWith("X")
                        ? Integer.valueOf(text.substring(2, text.length() - 1), 16)
                        : Integer.decode(text))
                .findFirst();
    }
}
