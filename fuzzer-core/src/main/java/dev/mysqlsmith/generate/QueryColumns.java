package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.schema.Column;
import dev.mysqlsmith.schema.ColumnType;
import dev.mysqlsmith.schema.Family;
import dev.mysqlsmith.schema.SqlName;
import dev.mysqlsmith.schema.Table;
import dev.mysqlsmith.schema.TableReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The columns of a query's result, from its tree and what is known of the tables. Columns without a certain name are left out. */
final class QueryColumns {
    private final ExpressionTypes types;
    private final Function<String, Optional<Table>> tables;
    private final Map<String, List<Column>> commonTables = new LinkedHashMap<>();

    /** @param tables what is known under a name */
    QueryColumns(ExpressionTypes types, Function<String, Optional<Table>> tables) {
        this.types = types;
        this.tables = tables;
    }

    /** The columns of {@code query}, under the names of {@code list} where there is one. */
    List<Column> of(SyntaxTree.Node query, Optional<SyntaxTree.Node> list) {
        query.child("withClause").stream()
                .flatMap(with -> with.children("commonTableExpression").stream())
                .forEach(this::commonTable);
        List<SyntaxTree.Node> specifications = query.all("querySpecification");
        List<Column> columns = specifications.isEmpty() ? List.of() : ofSpecification(main(query));
        return list.map(names -> renamed(columns, names)).orElse(columns);
    }

    private void commonTable(SyntaxTree.Node expression) {
        String name =
                SqlName.written(expression.child("newCteName").orElseThrow().sql());
        commonTables.put(key(name), of(expression.child("query").orElseThrow(), expression.child("derivedColumnList")));
    }

    /** The first of a union's queries names its columns. */
    private static SyntaxTree.Node main(SyntaxTree.Node query) {
        return query.child("queryExpressionBody")
                .flatMap(body -> body.all("querySpecification").stream().findFirst())
                .orElseGet(() -> query.all("querySpecification").get(0));
    }

    private static List<Column> renamed(List<Column> columns, SyntaxTree.Node list) {
        List<SyntaxTree.Node> names = list.children("newDerivedColumnName");
        List<Column> renamed = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = SqlName.written(names.get(i).sql());
            boolean known = names.size() == columns.size();
            renamed.add(known ? columns.get(i).renamed(name) : unknown(name));
        }
        return renamed;
    }

    private List<Column> ofSpecification(SyntaxTree.Node specification) {
        Map<String, List<Column>> visible = new LinkedHashMap<>();
        specification.child("fromClause").ifPresent(from -> relations(from, visible));
        List<Column> columns = new ArrayList<>();
        SyntaxTree.Node items = specification.child("selectItemList").orElseThrow();
        if (items.says("*")) {
            visible.values().forEach(columns::addAll);
        }
        items.children("selectItem").forEach(item -> item(item, visible, columns));
        return columns.stream().map(QueryColumns::shown).toList();
    }

    /** A result has no defaults and no hidden columns. */
    private static Column shown(Column column) {
        return new Column(column.name(), column.type(), column.nullable(), false, false, true, false, column.samples());
    }

    private void item(SyntaxTree.Node item, Map<String, List<Column>> visible, List<Column> columns) {
        Optional<SyntaxTree.Node> wild = item.child("tableWildRef");
        if (wild.isPresent()) {
            columns.addAll(visible.getOrDefault(key(TableReader.nameOf(wild.get())), List.of()));
            return;
        }
        SyntaxTree.Node expression = item.child("expression").orElseThrow();
        SyntaxTree.Node core = expression.core();
        Optional<String> name = item.child("newColumnAlias")
                .map(alias -> SqlName.written(alias.sql()))
                .or(() -> core.is("columnRef") ? Optional.of(TableReader.nameOf(core)) : Optional.empty());
        name.ifPresent(known -> columns.add(column(known, expression, core, visible)));
    }

    private Column column(
            String name, SyntaxTree.Node expression, SyntaxTree.Node core, Map<String, List<Column>> visible) {
        if (core.is("columnRef")) {
            return find(core, visible).map(column -> column.renamed(name)).orElseGet(() -> unknown(name));
        }
        Type type = types.of(expression, leaf -> leaf(leaf, visible));
        return type == Type.ANY ? unknown(name) : SelectListBinder.column(name, type);
    }

    private Type leaf(SyntaxTree.Node leaf, Map<String, List<Column>> visible) {
        if (leaf.is("columnRef")) {
            return find(leaf, visible).map(column -> Type.of(column.type())).orElse(Type.ANY);
        }
        List<Column> columns = inner().of(leaf.child("query").orElseThrow(), Optional.empty());
        return columns.size() == 1 ? Type.of(columns.get(0).type()) : Type.ANY;
    }

    private QueryColumns inner() {
        QueryColumns inner = new QueryColumns(types, tables);
        inner.commonTables.putAll(commonTables);
        return inner;
    }

    private static Column unknown(String name) {
        return new Column(name, ColumnType.of(Family.UNKNOWN, "UNKNOWN"), true, false, false, true);
    }

    private static Optional<Column> find(SyntaxTree.Node reference, Map<String, List<Column>> visible) {
        List<SyntaxTree.Node> parts = reference.children("identifier");
        String name = TableReader.nameOf(reference);
        return visible.entrySet().stream()
                .filter(relation -> parts.size() < 2
                        || relation.getKey()
                                .equals(key(SqlName.written(
                                        parts.get(parts.size() - 2).sql()))))
                .flatMap(relation -> relation.getValue().stream())
                .filter(column -> column.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** What FROM makes visible, by the name to qualify it with. */
    private void relations(SyntaxTree.Node node, Map<String, List<Column>> visible) {
        for (SyntaxTree child : node.children()) {
            if (!(child instanceof SyntaxTree.Node inner)) {
                continue;
            }
            switch (inner.rule().name()) {
                case "singleTable" -> {
                    String table = TableReader.nameOf(inner.child("tableRef").orElseThrow());
                    visible.put(key(alias(inner).orElse(table)), columns(table));
                }
                case "derivedTable" ->
                    visible.put(
                            key(alias(inner).orElse("")),
                            inner().of(inner.child("query").orElseThrow(), inner.child("derivedColumnList")));
                case "joinCondition", "jsonTable" -> {}
                default -> relations(inner, visible);
            }
        }
    }

    private static Optional<String> alias(SyntaxTree.Node table) {
        return table.child("newTableAlias").map(alias -> SqlName.written(alias.sql()));
    }

    private List<Column> columns(String table) {
        List<Column> common = commonTables.get(key(table));
        return common != null
                ? common
                : tables.apply(table).map(Table::visibleColumns).orElse(List.of());
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
