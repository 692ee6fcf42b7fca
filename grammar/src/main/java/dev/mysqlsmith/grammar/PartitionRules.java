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
        int expected = ContextRules.children(clause, "subpartitionClause").stream()
                .findFirst()
                .flatMap(PartitionRules::declared)
                .orElse(-1);
        boolean named = false;
        boolean first = true;
        for (SyntaxTree.Node partition : partitions(clause)) {
            int parts = ContextRules.children(partition, "subpartitionList").stream()
                    .mapToInt(list -> ContextRules.children(list, "subpartitionDefinition")
                            .size())
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
        int columns =
                Math.max(1, ContextRules.children(clause, "partitionColumnRef").size());
        boolean tooFew = columns > 1
                && partitions(clause).stream()
                        .flatMap(partition -> ContextRules.children(partition, "listPartitionValues").stream())
                        .anyMatch(values -> ContextRules.children(values, "listPartitionTuple")
                                .isEmpty());
        if (tooFew) {
            return Optional.of("VALUES IN has single values, expected tuples of " + columns);
        }
        boolean bareMaximum = columns > 1
                && partitions(clause).stream()
                        .flatMap(partition -> ContextRules.children(partition, "rangePartitionValues").stream())
                        .anyMatch(values -> ContextRules.children(values, "partitionValueTuple")
                                .isEmpty());
        if (bareMaximum) {
            return Optional.of("VALUES LESS THAN has MAXVALUE alone, expected " + columns + " values");
        }
        return partitions(clause).stream()
                .flatMap(partition -> ContextRules.children(partition, "rangePartitionValues").stream())
                .flatMap(values -> ContextRules.children(values, "partitionValueTuple").stream())
                .map(tuple -> ContextRules.children(tuple, "partitionValue").size())
                .filter(size -> size < columns)
                .findFirst()
                .map(size -> "VALUES LESS THAN has " + size + " values, expected at least " + columns);
    }

    private static Optional<String> unstable(SyntaxTree.Node clause) {
        List<SyntaxTree.Node> functions = new ArrayList<>(ContextRules.children(clause, "bitExpression"));
        ContextRules.children(clause, "subpartitionClause")
                .forEach(sub -> functions.addAll(ContextRules.children(sub, "bitExpression")));
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
        boolean parenthesized = ContextRules.children(values, "bitExpression").stream()
                .anyMatch(value -> value.sql().startsWith("("));
        return parenthesized
                ? Optional.of("VALUES IN has one value in parentheses, expected none or those of several columns")
                : unstablePart(values);
    }

    private static List<SyntaxTree.Node> partitions(SyntaxTree.Node clause) {
        return LISTS.stream()
                .flatMap(list -> ContextRules.children(clause, list).stream())
                .flatMap(list -> list.children().stream())
                .filter(SyntaxTree.Node.class::isInstance)
                .map(SyntaxTree.Node.class::cast)
                .toList();
    }

    /** The number behind PARTITIONS or SUBPARTITIONS; empty where it is no small number. */
    private static Optional<Integer> declared(SyntaxTree.Node node) {
        return ContextRules.children(node, "countNumber").stream()
                .map(SyntaxTree::sql)
                .filter(text -> text.matches("\\d{1,6}|0x[0-9a-fA-F]{1,6}|[xX]'[0-9a-fA-F]{1,6}'"))
                .map(text -> text.startsWith("x") || text.startsWith("X")
                        ? Integer.valueOf(text.substring(2, text.length() - 1), 16)
                        : Integer.decode(text))
                .findFirst();
    }
}
