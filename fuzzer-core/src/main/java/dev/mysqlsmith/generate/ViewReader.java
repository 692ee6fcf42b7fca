package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.schema.Column;
import dev.mysqlsmith.schema.Family;
import dev.mysqlsmith.schema.Table;
import dev.mysqlsmith.schema.TableReader;
import dev.mysqlsmith.schema.TableTraits;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A view from the tree of the CREATE VIEW that makes it. */
final class ViewReader {
    /** Parts of a query whose views can't be changed. */
    private static final List<String> FIXED =
            List.of("groupByClause", "havingClause", "withClause", "setOperator", "limitClause", "aggregateCall");

    private final ExpressionTypes types;
    private final Function<String, Optional<Table>> tables;

    /** @param tables what is known under a name */
    ViewReader(ExpressionTypes types, Function<String, Optional<Table>> tables) {
        this.types = types;
        this.tables = tables;
    }

    /**
     * The view.
     *
     * @param standIn a table of its name, whose columns are of the types that the view's were where the script comes from
     */
    Table read(SyntaxTree.Node statement, Optional<Table> standIn) {
        String name = TableReader.nameOf(statement.child("newViewName").orElseThrow());
        SyntaxTree.Node query = statement.child("query").orElseThrow();
        List<Column> told = new QueryColumns(types, tables).of(query, statement.child("derivedColumnList"));
        List<Column> columns = standIn.map(table -> completed(told, table)).orElse(told);
        Optional<Table> base = base(query).filter(table -> isWritable(table, columns));
        TableTraits traits = base.map(table -> TableTraits.PLAIN.showing(List.of(table.name())))
                .orElse(TableTraits.PLAIN);
        return new Table(name, true, base.isPresent(), columns, List.of(), List.of(), traits);
    }

    /** The stand-in's columns; what the query tells of a column is more than that. */
    private static List<Column> completed(List<Column> told, Table standIn) {
        return standIn.columns().stream()
                .map(column -> told.stream()
                        .filter(one -> one.name().equalsIgnoreCase(column.name()))
                        .filter(one -> one.type().family() != Family.UNKNOWN)
                        .findFirst()
                        .orElse(column))
                .toList();
    }

    /** The base table whose rows the view shows one by one, if it does. */
    private Optional<Table> base(SyntaxTree.Node query) {
        List<SyntaxTree.Node> sources = query.all("singleTable");
        boolean fixed = FIXED.stream().anyMatch(rule -> !query.all(rule).isEmpty())
                || query.all("selectOption").stream().anyMatch(option -> option.says("DISTINCT"))
                || query.all("querySpecification").size() != 1
                || sources.size() != 1;
        return fixed
                ? Optional.empty()
                : tables.apply(TableReader.nameOf(
                                sources.get(0).child("tableRef").orElseThrow()))
                        .filter(table -> !table.view() && table.writable());
    }

    private static boolean isWritable(Table base, List<Column> columns) {
        return columns.stream()
                        .allMatch(column -> base.column(column.name())
                                .filter(own -> own.type().equals(column.type()))
                                .isPresent())
                && base.columns().stream()
                        .allMatch(own -> own.omissible()
                                || columns.stream()
                                        .anyMatch(column -> column.name().equalsIgnoreCase(own.name())));
    }
}
