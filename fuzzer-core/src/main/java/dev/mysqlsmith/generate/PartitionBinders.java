package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Alternative;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.random.Choices;
import dev.mysqlsmith.schema.Column;
import dev.mysqlsmith.schema.Family;
import dev.mysqlsmith.schema.Index;
import dev.mysqlsmith.schema.Partitioning;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Partitions of the table under construction, by columns that each unique key has. (Manual: Restrictions and Limitations on
 * Partitioning.)
 */
final class PartitionBinders {
    private static final Set<Family> DAYS = Set.of(Family.DATE, Family.DATETIME);
    private static final List<String> DAY_BOUNDS =
            List.of("'1971-01-01'", "'2000-01-01'", "'2020-06-01'", "'2024-01-01'");
    private static final List<String> TEXT_BOUNDS = List.of("'1'", "'a'", "'b'", "'xy'");
    private static final int MOST_PARTITIONS = 4;
    private static final double OPEN = 0.5;
    private static final int LEAST_LISTED = -2;
    private static final int MOST_LISTED = 12;

    private PartitionBinders() {}

    /** Whether the table can have partitions: no spatial columns, no full-text keys, a column to part it by. */
    static boolean arePossible(TableDraft table) {
        return table.engine().isInnodb()
                && !table.traits().temporary()
                && table.traits().foreignKeys().isEmpty()
                && table.columns().stream().noneMatch(column -> column.type().family() == Family.GEOMETRY)
                && table.indexes().stream().noneMatch(index -> index.kind() == Index.Kind.FULLTEXT)
                && !columns(table).isEmpty();
    }

    /** PARTITION BY one column, or a function of it. */
    static SyntaxTree.@Nullable Node partitionClause(Expansion expansion, Request request) {
        List<Column> columns = columns(expansion.draft().table());
        return expansion.attempt(
                request,
                alternative -> columns.stream().anyMatch(column -> fits(column, alternative)) ? 1 : 0,
                alternative -> partedBy(
                        expansion,
                        request,
                        alternative,
                        expansion
                                .choices()
                                .pick(columns.stream()
                                        .filter(column -> fits(column, alternative))
                                        .toList())));
    }

    /** SUBPARTITION BY one column. */
    static SyntaxTree.@Nullable Node subpartitionClause(Expansion expansion, Request request) {
        List<Column> columns = columns(expansion.draft().table());
        return expansion.attempt(
                request,
                alternative -> columns.stream().anyMatch(column -> fits(column, alternative)) ? 1 : 0,
                alternative -> {
                    Column column = expansion
                            .choices()
                            .pick(columns.stream()
                                    .filter(one -> fits(one, alternative))
                                    .toList());
                    Plan plan = new Plan().rounds("partitionColumnRef", 0).omit("partitionKeyAlgorithm");
                    expansion.draft().table().pin(List.of(column.name()));
                    return by(
                                    expansion,
                                    new Filling(expansion, request, expansion.shape(request, alternative, plan)),
                                    column)
                            .leaf(
                                    "countNumber",
                                    Integer.toString(expansion.choices().between(1, 2)))
                            .make();
                });
    }

    /** The columns that every unique key of the table has, and that have an order. */
    private static List<Column> columns(TableDraft table) {
        return table.columns().stream()
                .filter(column -> !column.generated()
                        && column.type().family().isKeyable()
                        && !column.type().family().isUnbounded())
                .filter(column -> table.indexes().stream()
                        .filter(index -> index.kind() == Index.Kind.PRIMARY || index.kind() == Index.Kind.UNIQUE)
                        .allMatch(index -> index.columns().contains(column.name())))
                .toList();
    }

    private static boolean fits(Column column, Alternative alternative) {
        Family family = column.type().family();
        if (alternative.mentions("bitExpression")) {
            return family == Family.INTEGER
                    || DAYS.contains(family) && !column.type().name().equals("TIMESTAMP");
        }
        return alternative.mentions("KEY")
                || family == Family.INTEGER
                || family == Family.STRING
                || DAYS.contains(family) && !column.type().name().equals("TIMESTAMP");
    }

    private static SyntaxTree.@Nullable Node partedBy(
            Expansion expansion, Request request, Alternative alternative, Column column) {
        Choices choices = expansion.choices();
        int count = choices.between(1, MOST_PARTITIONS);
        boolean counted = alternative.mentions("HASH") || alternative.mentions("KEY");
        Plan plan = new Plan()
                .include("partitionColumnRef")
                .rounds("partitionColumnRef", 0)
                .omit("partitionKeyAlgorithm")
                .omit("hashPartitionList")
                .include("PARTITIONS", counted);
        Filling filling =
                by(expansion, new Filling(expansion, request, expansion.shape(request, alternative, plan)), column);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            // those that are counted only are named by the server
            names.add(counted ? "p" + i : expansion.world().freshPartition());
        }
        List<String> values = List.of();
        Partitioning.Further further = Partitioning.Further.NONE;
        if (counted) {
            filling.leaf("countNumber", Integer.toString(count));
        } else {
            boolean days = alternative.mentions("bitExpression")
                    && DAYS.contains(column.type().family());
            boolean range = alternative.mentions("RANGE");
            further = further(alternative, column, days);
            boolean open = range && further != Partitioning.Further.NONE && choices.chance(OPEN);
            values = range
                    ? ranges(column, days, count, open ? further : Partitioning.Further.NONE)
                    : lists(column, days, count);
            String list = range ? "rangePartitionList" : "listPartitionList";
            filling.put(list, list(expansion, request, list, names, values));
        }
        SyntaxTree.Node node = filling.make();
        if (node != null) {
            boolean parts = node.has("subpartitionClause");
            expansion.draft().table().pin(List.of(column.name()));
            expansion
                    .draft()
                    .table()
                    .partitionBy(new Partitioning(column.name(), counted, parts, further, values), names);
        }
        return node;
    }

    private static Filling by(Expansion expansion, Filling filling, Column column) {
        boolean days = DAYS.contains(column.type().family());
        String function = days ? "YEAR(" + column.name() + ")" : column.name();
        return filling.leaf("bitExpression", function).leaf("partitionColumnRef", column.name());
    }

    /** What partitions can be added that the type of the column has values for. */
    private static Partitioning.Further further(Alternative alternative, Column column, boolean years) {
        boolean integer = column.type().family() == Family.INTEGER;
        boolean large =
                List.of("INT", "BIGINT").contains(column.type().name()) || alternative.mentions("bitExpression");
        if (alternative.mentions("LIST")) {
            return integer && large ? Partitioning.Further.IN_NUMBERS : Partitioning.Further.NONE;
        }
        if (integer) {
            return large ? Partitioning.Further.LESS_THAN_NUMBER : Partitioning.Further.NONE;
        }
        return years
                ? Partitioning.Further.LESS_THAN_YEAR
                : DAYS.contains(column.type().family())
                        ? Partitioning.Further.LESS_THAN_DAY
                        : Partitioning.Further.NONE;
    }

    /** The last one takes all that is left, or what is not too large, so that others can follow. */
    private static List<String> ranges(Column column, boolean years, int count, Partitioning.Further open) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < count - 1; i++) {
            values.add("VALUES LESS THAN (" + bounds(column, years).get(i) + ")");
        }
        values.add(
                open == Partitioning.Further.NONE
                        ? "VALUES LESS THAN (MAXVALUE)"
                        : new Partitioning(column.name(), false, false, open, List.of()).next(0));
        return values;
    }

    private static List<String> lists(Column column, boolean years, int count) {
        List<String> all = new ArrayList<>();
        if (column.type().family() == Family.INTEGER) {
            for (int i = column.type().unsigned() ? 0 : LEAST_LISTED; i < MOST_LISTED; i++) {
                all.add(Integer.toString(i));
            }
        } else {
            all.addAll(bounds(column, years));
        }
        List<String> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int part = i;
            List<String> own = all.stream()
                    .filter(value -> all.indexOf(value) % count == part)
                    .toList();
            values.add("VALUES IN (" + String.join(", ", own) + (i == 0 ? ", NULL" : "") + ")");
        }
        return values;
    }

    private static List<String> bounds(Column column, boolean years) {
        if (years) {
            return List.of("1971", "2000", "2020", "2024");
        }
        return switch (column.type().family()) {
            case INTEGER -> List.of("1", "4", "9", "100");
            case STRING -> column.type().length() > 1 ? TEXT_BOUNDS : List.of("'1'", "'a'", "'b'", "'x'");
            default -> DAY_BOUNDS;
        };
    }

    private static SyntaxTree.Node list(
            Expansion expansion, Request request, String rule, List<String> names, List<String> values) {
        String part = rule.replace("List", "");
        String tail = part + "Values";
        List<SyntaxTree> parts = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Request one = new Request(expansion.rule(part), 0, request.context(), request.budget());
            Plan plan = new Plan().rounds("partitionOption", 0).omit("subpartitionList");
            parts.add(Objects.requireNonNull(new Filling(
                            expansion,
                            one,
                            expansion.shape(one, one.rule().alternatives().get(0), plan))
                    .leaf("newPartitionName", names.get(i))
                    .leaf(tail, values.get(i))
                    .make()));
        }
        Request all = new Request(expansion.rule(rule), 0, request.context(), request.budget());
        Plan plan = new Plan().rounds(part, parts.size() - 1);
        return Objects.requireNonNull(new Filling(
                        expansion,
                        all,
                        expansion.shape(all, all.rule().alternatives().get(0), plan))
                .put(part, parts)
                .make());
    }
}
