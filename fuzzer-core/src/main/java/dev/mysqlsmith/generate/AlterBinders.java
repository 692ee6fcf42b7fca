package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Alternative;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.schema.Column;
import dev.mysqlsmith.schema.Index;
import dev.mysqlsmith.schema.Table;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** ALTER TABLE: one action on what the table has, or on what it does not have yet. */
final class AlterBinders {
    private AlterBinders() {}

    /** ALTER TABLE of a base table. */
    static SyntaxTree.@Nullable Node alter(Expansion expansion, Request request) {
        return expansion
                .world()
                .baseTable(expansion.choices())
                .map(table -> {
                    expansion.draft().defines(TableDraft.of(table));
                    Plan plan = new Plan().include("alterTableActions").omit("IGNORE");
                    return new Filling(
                                    expansion,
                                    request.with(request.context().on(table)),
                                    expansion.shape(
                                            request,
                                            request.rule().alternatives().get(0),
                                            plan))
                            .leaf("tableRef", table.name())
                            .make();
                })
                .orElse(null);
    }

    /** One action; partition actions are for partitioned tables. */
    static SyntaxTree.@Nullable Node actions(Expansion expansion, Request request) {
        Table table = request.context().table();
        boolean partitioned = table != null && !table.partitions().isEmpty();
        Plan plan =
                new Plan().rounds("alterTableAction", 0).omit("partitionClause").omit("PARTITIONING");
        return expansion.plain(
                request,
                alternative -> alternative.mentions("alterPartitionAction") && !partitioned
                                || alternative.mentions("REMOVE") && !partitioned
                        ? 0
                        : 1,
                plan);
    }

    /** What an action does to the table, beside its syntax. */
    static SyntaxTree.@Nullable Node action(Expansion expansion, Request request) {
        return expansion.attempt(request, alternative -> action(expansion, request, alternative));
    }

    private static SyntaxTree.@Nullable Node action(Expansion expansion, Request request, Alternative alternative) {
        Table table = request.context().table();
        if (table == null) {
            return null;
        }
        if (alternative.mentions("fieldDefinition")) {
            return field(expansion, request, alternative, table);
        }
        if (alternative.mentions("alterColumnRef")) {
            return column(expansion, request, alternative, table);
        }
        if (alternative.mentions("indexRef")) {
            return index(expansion, request, alternative, table);
        }
        if (alternative.mentions("newTableName")) {
            String name = expansion.world().freshTable();
            expansion.draft().onSuccess(schema -> schema.change(table.name(), old -> old.renamed(name)));
            return fill(expansion, request, alternative, Plan.FREE)
                    .leaf("newTableName", name)
                    .make();
        }
        if (alternative.mentions("PRIMARY") && !expansion.draft().table().hasPrimaryKey()) {
            return null;
        }
        if (alternative.mentions("indexDefinition") || alternative.mentions("tableConstraintDefinition")) {
            TableDraft draft = expansion.draft().table();
            expansion.draft().onSuccess(schema -> schema.put(draft.toTable()));
        }
        if (alternative.mentions("DROP") && alternative.mentions("PRIMARY")) {
            expansion.draft().onSuccess(schema -> schema.change(table.name(), AlterBinders::withoutPrimary));
        }
        return fill(expansion, request, alternative, Plan.FREE).make();
    }

    private static Table withoutPrimary(Table table) {
        return table.withIndexes(table.indexes().stream()
                .filter(index -> index.kind() != Index.Kind.PRIMARY)
                .toList());
    }

    /** ADD, CHANGE and MODIFY COLUMN. */
    private static SyntaxTree.@Nullable Node field(
            Expansion expansion, Request request, Alternative alternative, Table table) {
        boolean add = alternative.mentions("ADD");
        Optional<Column> old = add ? Optional.empty() : changeable(expansion, table);
        if (!add && old.isEmpty()) {
            return null;
        }
        boolean renamed = alternative.mentions("newColumnName");
        String name =
                renamed ? expansion.world().freshColumn() : old.orElseThrow().name();
        Request field = new Request(expansion.rule("fieldDefinition"), 0, request.context(), request.budget() - 1);
        SyntaxTree tree = ColumnBinders.field(expansion, field, name, false);
        if (tree == null) {
            return null;
        }
        List<Column> columns = expansion.draft().table().columns();
        Column made = columns.get(columns.size() - 1);
        expansion.draft().onSuccess(schema -> schema.change(table.name(), now -> changed(now, old, made)));
        return fill(expansion, request, alternative, new Plan().omit("referencesClause"))
                .leaf("newColumnName", name)
                .leaf("alterColumnRef", old.map(Column::name).orElse(name))
                .put("fieldDefinition", tree)
                .make();
    }

    private static Table changed(Table now, Optional<Column> old, Column made) {
        if (old.isEmpty()) {
            List<Column> longer = new java.util.ArrayList<>(now.columns());
            longer.add(made);
            return now.withColumns(longer);
        }
        Table changed = now.changing(old.get().name(), column -> made);
        return changed.withIndexes(changed.indexes().stream()
                .map(index -> new Index(
                        index.name(),
                        index.kind(),
                        index.columns().stream()
                                .map(name -> name.equals(old.get().name()) ? made.name() : name)
                                .toList()))
                .toList());
    }

    /** A column that no key and no generated column needs, mostly. */
    private static Optional<Column> changeable(Expansion expansion, Table table) {
        List<Column> free = table.columns().stream()
                .filter(column -> !column.autoIncrement()
                        && !column.generated()
                        && table.indexes().stream()
                                .noneMatch(index -> index.columns().contains(column.name())))
                .toList();
        return free.isEmpty() || table.columns().stream().anyMatch(Column::generated)
                ? Optional.empty()
                : Optional.of(expansion.choices().pick(free));
    }

    /** Actions that name a column: DROP, RENAME, SET DEFAULT and so on. */
    private static SyntaxTree.@Nullable Node column(
            Expansion expansion, Request request, Alternative alternative, Table table) {
        Optional<Column> column = changeable(expansion, table);
        if (column.isEmpty() || alternative.mentions("DROP") && table.columns().size() < 2) {
            return null;
        }
        String name = column.get().name();
        if (alternative.mentions("newColumnName")) {
            String fresh = expansion.world().freshColumn();
            expansion
                    .draft()
                    .onSuccess(schema ->
                            schema.change(table.name(), now -> now.changing(name, old -> old.renamed(fresh))));
            return fill(expansion, request, alternative, Plan.FREE)
                    .leaf("alterColumnRef", name)
                    .leaf("newColumnName", fresh)
                    .make();
        }
        if (alternative.mentions("alterDefaultValue")) {
            boolean plain = column.get().type().family().isKeyable()
                    && !column.get().type().family().isUnbounded();
            return plain
                    ? fill(expansion, request, alternative, Plan.FREE)
                            .leaf("alterColumnRef", name)
                            .leaf(
                                    "alterDefaultValue",
                                    expansion
                                            .lexicon()
                                            .values()
                                            .value(column.get().type(), expansion.choices()))
                            .make()
                    : null;
        }
        if (alternative.mentions("DROP") && !alternative.mentions("ALTER")) {
            expansion.draft().onSuccess(schema -> schema.change(table.name(), now -> now.without(name)));
        }
        return fill(expansion, request, alternative, Plan.FREE)
                .leaf("alterColumnRef", name)
                .make();
    }

    /** Actions that name an index. */
    private static SyntaxTree.@Nullable Node index(
            Expansion expansion, Request request, Alternative alternative, Table table) {
        List<Index> free = table.indexes().stream()
                .filter(index -> index.kind() != Index.Kind.PRIMARY)
                .toList();
        if (free.isEmpty()) {
            return null;
        }
        String name = expansion.choices().pick(free).name();
        Filling filling = fill(expansion, request, alternative, Plan.FREE).leaf("indexRef", name);
        if (alternative.mentions("DROP")) {
            expansion.draft().onSuccess(schema -> schema.change(table.name(), now -> withoutIndex(now, name)));
        } else if (alternative.mentions("newIndexName")) {
            String fresh = expansion.world().freshIndex();
            expansion.draft().onSuccess(schema -> schema.change(table.name(), now -> withIndexNamed(now, name, fresh)));
            filling.leaf("newIndexName", fresh);
        }
        return filling.make();
    }

    static Table withoutIndex(Table table, String name) {
        return table.withIndexes(table.indexes().stream()
                .filter(index -> !index.name().equals(name))
                .toList());
    }

    private static Table withIndexNamed(Table table, String name, String fresh) {
        return table.withIndexes(table.indexes().stream()
                .map(index -> index.name().equals(name) ? new Index(fresh, index.kind(), index.columns()) : index)
                .toList());
    }

    /** DROP INDEX of one that exists. */
    static SyntaxTree.@Nullable Node dropIndex(Expansion expansion, Request request) {
        List<Table> indexed = expansion.world().schema().baseTables().stream()
                .filter(table -> table.indexes().stream().anyMatch(index -> index.kind() != Index.Kind.PRIMARY))
                .toList();
        if (indexed.isEmpty()) {
            return null;
        }
        Table table = expansion.choices().pick(indexed);
        Index index = expansion
                .choices()
                .pick(table.indexes().stream()
                        .filter(one -> one.kind() != Index.Kind.PRIMARY)
                        .toList());
        expansion.draft().onSuccess(schema -> schema.change(table.name(), now -> withoutIndex(now, index.name())));
        return fill(expansion, request, request.rule().alternatives().get(0), Plan.FREE)
                .leaf("indexRef", index.name())
                .leaf("tableRef", table.name())
                .make();
    }

    private static Filling fill(Expansion expansion, Request request, Alternative alternative, Plan plan) {
        return new Filling(expansion, request, expansion.shape(request, alternative, plan));
    }
}
