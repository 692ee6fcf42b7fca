package dev.mysqlsmith.schema;

import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How a table is partitioned, from the clause that says it. No further partitions are made of tables that were read. */
final class PartitionReader {
    private PartitionReader() {}

    static Table read(SyntaxTree.Node clause, Table table) {
        boolean counted = clause.says("HASH") || clause.says("KEY");
        List<SyntaxTree.Node> definitions = definitions(clause);
        List<String> columns = columns(clause, table);
        TableTraits traits = table.traits();
        List<String> pinned = new ArrayList<>(traits.pinned());
        pinned.addAll(columns);
        Partitioning partitioning = new Partitioning(
                columns.isEmpty() ? "" : columns.get(0),
                counted,
                clause.has("subpartitionClause"),
                Partitioning.Further.NONE,
                counted ? List.of() : bounds(definitions));
        return table.withPartitions(names(clause, definitions))
                .with(traits.with(partitioning).withPinned(pinned));
    }

    private static List<SyntaxTree.Node> definitions(SyntaxTree.Node clause) {
        return Stream.of("hashPartition", "rangePartition", "listPartition")
                .flatMap(rule -> clause.all(rule).stream())
                .toList();
    }

    /** The columns that it goes by; KEY () takes those of the primary key. */
    private static List<String> columns(SyntaxTree.Node clause, Table table) {
        List<String> named = new ArrayList<>();
        for (String rule : List.of("partitionColumnRef", "bitExpression")) {
            clause.children(rule).forEach(part -> named.addAll(TableReader.namesIn(part, table.columns())));
        }
        return named.isEmpty()
                ? table.indexes().stream()
                        .filter(index -> index.kind() == Index.Kind.PRIMARY)
                        .flatMap(index -> index.columns().stream())
                        .toList()
                : List.copyOf(named);
    }

    /** Those that are only counted are named p0, p1, and so on. */
    private static List<String> names(SyntaxTree.Node clause, List<SyntaxTree.Node> definitions) {
        List<String> names = new ArrayList<>();
        for (SyntaxTree.Node definition : definitions) {
            names.add(SqlName.written(
                    definition.child("newPartitionName").orElseThrow().sql()));
        }
        if (names.isEmpty()) {
            int count = clause.child("countNumber")
                    .filter(number -> number.sql().matches("\\d{1,4}"))
                    .map(number -> Integer.parseInt(number.sql()))
                    .orElse(1);
            for (int i = 0; i < count; i++) {
                names.add("p" + i);
            }
        }
        return names;
    }

    private static List<String> bounds(List<SyntaxTree.Node> definitions) {
        return definitions.stream()
                .map(definition -> Stream.of("rangePartitionValues", "listPartitionValues")
                        .flatMap(rule -> definition.children(rule).stream())
                        .map(SyntaxTree.Node::sql)
                        .findFirst()
                        .orElse(""))
                .toList();
    }
}
