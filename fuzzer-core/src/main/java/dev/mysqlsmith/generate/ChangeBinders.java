package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Alternative;
import dev.mysqlsmith.grammar.Element;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.random.Choices;
import dev.mysqlsmith.schema.Column;
import dev.mysqlsmith.schema.Family;
import dev.mysqlsmith.schema.Index;
import dev.mysqlsmith.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** INSERT, REPLACE, UPDATE, DELETE: the table first, then columns that may be set, then values that they take. */
final class ChangeBinders {
    private static final double LITERAL = 0.85;
    private static final double NULL = 0.12;
    private static final double FOREIGN_NULL = 0.6;

    private static final int MOST_ROWS = 20;

    private ChangeBinders() {}

    /** INSERT and REPLACE. */
    static SyntaxTree.@Nullable Node insertOrReplace(Expansion expansion, Request request) {
        return target(expansion)
                .map(table -> {
                    Context context = request.context().on(table);
                    Plan plan = new Plan();
                    if (table.partitions().isEmpty()) {
                        plan.omit("partitionSelection");
                    }
                    List<Element.Symbol> shape = expansion.shape(
                            request, request.rule().alternatives().get(0), plan);
                    return new Filling(expansion, request.with(context), shape)
                            .leaf("tableRef", table.name())
                            .contexts((index, symbol) -> symbol.name().equals("onDuplicateKeyClause")
                                    ? updating(expansion, context, table)
                                    : context)
                            .make();
                })
                .orElse(null);
    }

    /** VALUES, SET or a query, for columns that the table takes. */
    static SyntaxTree.@Nullable Node source(Expansion expansion, Request request) {
        Table table = request.context().table();
        if (table == null) {
            return null;
        }
        boolean strange = table.columns().stream().anyMatch(column -> isStrange(column));
        return expansion.attempt(
                request,
                strange ? 1 : 2,
                alternative -> strange && alternative.mentions("query") ? 0 : 1,
                alternative -> source(expansion, request, alternative, table));
    }

    /** Whether expressions hardly ever give what the column takes. */
    static boolean isStrange(Column column) {
        Type type = Type.of(column.type());
        return !column.generated() && (type == Type.ANY || type == Type.EARTH);
    }

    /** What ON DUPLICATE KEY UPDATE may name: the table's columns, and the new row's if it has a name. */
    private static Context updating(Expansion expansion, Context context, Table table) {
        Context seeing = seeing(context, table);
        Relation row = expansion.draft().newRow();
        if (row != null) {
            seeing.scope().add(row);
        }
        return seeing;
    }

    private static SyntaxTree.@Nullable Node source(
            Expansion expansion, Request request, Alternative alternative, Table table) {
        boolean anyGenerated = table.columns().stream().anyMatch(Column::generated);
        // a program may run when the table has got other columns
        boolean named = anyGenerated || expansion.draft().program() != null;
        Plan plan = named ? new Plan().include("insertColumnList") : new Plan();
        List<Element.Symbol> shape = expansion.shape(request, alternative, plan);
        boolean listed = shape.stream().anyMatch(symbol -> symbol.name().equals("insertColumnList"));
        boolean set = alternative.mentions("SET");
        List<Column> columns = listed || set ? someColumns(table, expansion.choices()) : table.visibleColumns();
        if (columns.isEmpty()) {
            return null;
        }
        Context context = request.context().on(table.withColumns(columns));
        Context query = context.doing(QueryTask.of(
                        columns.stream().map(column -> Type.of(column.type())).toList(), QueryTask.Rows.FEW))
                .withoutTable();
        Filling filling = new Filling(expansion, request, shape);
        if (set) {
            SyntaxTree list = AssignmentBinders.each(expansion, request.with(context), columns);
            if (list == null) {
                return null;
            }
            filling.put("assignmentList", list);
        }
        return filling.contexts((index, symbol) -> symbol.name().equals("query") ? query : context)
                .make();
    }

    private static List<Column> someColumns(Table table, Choices choices) {
        return World.settable(table).stream()
                .filter(column -> !column.omissible() || choices.chance(0.85))
                .toList();
    }

    /** The columns of the target, in the order in which values will come. */
    static SyntaxTree.@Nullable Node insertColumnList(Expansion expansion, Request request) {
        Table table = request.context().table();
        if (table == null) {
            return null;
        }
        List<SyntaxTree> names = new ArrayList<>();
        for (Column column : table.columns()) {
            names.add(expansion.lexicon().leaf(expansion.rule("insertColumnRef"), column.name()));
        }
        Plan plan = new Plan()
                .include("insertColumnRef", !names.isEmpty())
                .rounds("insertColumnRef", Math.max(0, names.size() - 1));
        return new Filling(
                        expansion,
                        request,
                        expansion.shape(request, request.rule().alternatives().get(0), plan))
                .put("insertColumnRef", names)
                .make();
    }

    /** Some rows; a single one where the target has enough. */
    static SyntaxTree.@Nullable Node insertValues(Expansion expansion, Request request) {
        Table table = request.context().table();
        boolean full = table != null && expansion.world().rows().of(table) >= mostRows(expansion);
        return expansion.plain(request, full ? new Plan().rounds("insertValuesRow", 0) : Plan.FREE);
    }

    /** From so many rows on, tables grow slowly. */
    private static int mostRows(Expansion expansion) {
        return expansion.size("rows", MOST_ROWS);
    }

    /** One row: a value for each column of the target. */
    static SyntaxTree.@Nullable Node insertValuesRow(Expansion expansion, Request request) {
        Table table = request.context().table();
        if (table == null) {
            return null;
        }
        List<Column> columns = table.columns();
        Plan plan = new Plan()
                .include("valuesItem", !columns.isEmpty())
                .rounds("valuesItem", Math.max(0, columns.size() - 1));
        int[] next = {0};
        return new Filling(
                        expansion,
                        request,
                        expansion.shape(request, request.rule().alternatives().get(0), plan))
                .contexts((index, symbol) -> symbol.name().equals("valuesItem")
                        ? request.context()
                                .on(table.withColumns(List.of(columns.get(next[0]))))
                                .storing(columns.get(next[0]++).type())
                        : request.context())
                .make();
    }

    /** One value: mostly a literal that the column takes. */
    static SyntaxTree.@Nullable Node valuesItem(Expansion expansion, Request request) {
        Table table = request.context().table();
        if (table == null || request.context().exact() == null) {
            return expansion.plain(request, 0, alternative -> alternative.mentions("expression") ? 1 : 0, Plan.FREE);
        }
        Column column = table.columns().get(0);
        boolean byDefault =
                column.generated() || column.omissible() && expansion.choices().chance(0.05);
        return expansion.attempt(
                request,
                byDefault ? 1 : 2,
                alternative -> alternative.mentions("DEFAULT") == byDefault ? 1 : 0,
                alternative -> new Filling(expansion, request, expansion.shape(request, alternative, Plan.FREE))
                        .put("expression", byDefault ? List.of() : literal(expansion, column, table))
                        .contexts((index, symbol) -> inValues(expansion, request.context()))
                        .make());
    }

    /** VALUES sees no columns, but the variables of the program that it stands in. */
    private static Context inValues(Expansion expansion, Context context) {
        return context.in(expansion.draft().program() == null ? Clause.CONSTANT : Clause.ROWS);
    }

    /** A literal for the column, or nothing: then an expression is wanted. */
    static List<SyntaxTree> literal(Expansion expansion, Column column, Table table) {
        Choices choices = expansion.choices();
        if (column.nullable() && !isStrange(column) && !choices.chance(LITERAL)) {
            return List.of();
        }
        String sql = (column.nullable() || column.autoIncrement())
                        && choices.chance(isForeign(column, table) ? FOREIGN_NULL : NULL)
                ? "NULL"
                : isUnique(column, table) && choices.chance(0.9)
                        ? Integer.toString(choices.below(30_000))
                        : expansion.lexicon().values().value(column.type(), choices);
        return List.of(expansion.lexicon().leaf(expansion.rule("expression"), sql));
    }

    private static Optional<Table> target(Expansion expansion) {
        Optional<Table> table = expansion.world().writableTable(mostRows(expansion), expansion.choices());
        table.ifPresent(one -> expansion.draft().changes(one.name()));
        return table;
    }

    /** A context that sees the table's columns under its own name. */
    static Context seeing(Context context, Table table) {
        Scope scope = context.scope().inner();
        scope.add(new Relation(table.name(), table.columns()));
        return context.in(scope).in(Clause.ROWS);
    }

    private static boolean isForeign(Column column, Table table) {
        return table.traits().foreignKeys().stream()
                .anyMatch(key -> key.columns().contains(column.name()));
    }

    /** Whether two rows with the same number in the column clash. */
    private static boolean isUnique(Column column, Table table) {
        return column.type().family() == Family.INTEGER
                && column.type().name().endsWith("INT")
                && !column.type().name().equals("TINYINT")
                && table.indexes().stream()
                        .anyMatch(index -> (index.kind() == Index.Kind.PRIMARY || index.kind() == Index.Kind.UNIQUE)
                                && index.columns().contains(column.name()));
    }
}
