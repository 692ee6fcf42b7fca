package dev.mysqlsmith.schema;

import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A table from the tree of the CREATE TABLE that makes it. For one thread, one table. */
public final class TableReader {
    private final String name;
    private final List<Column> columns = new ArrayList<>();
    private final List<Index> indexes = new ArrayList<>();
    private final List<ForeignKey> foreignKeys = new ArrayList<>();
    private final List<String> checks = new ArrayList<>();
    private final Set<String> pinned = new LinkedHashSet<>();

    private TableReader(String name) {
        this.name = name;
    }

    /**
     * The table, without the columns that a query in the statement adds.
     *
     * @param statement of the rule {@code createTableStatement}, with a list of columns and keys or with a query
     */
    public static Table read(SyntaxTree.Node statement) {
        TableReader reader =
                new TableReader(nameOf(statement.child("newTableName").orElseThrow()));
        return reader.table(
                statement.says("TEMPORARY"), statement.child("createTableBody").orElseThrow());
    }

    /** The name that a reference to a table or view ends with. */
    public static String nameOf(SyntaxTree.Node reference) {
        List<SyntaxTree.Node> parts = reference.children("identifier");
        return SqlName.written(parts.get(parts.size() - 1).sql());
    }

    private Table table(boolean temporary, SyntaxTree.Node body) {
        List<SyntaxTree.Node> elements = body.children("tableElement");
        elements.forEach(element -> element.child("columnDefinition").ifPresent(this::column));
        KeyReader keys = new KeyReader(name, columns, indexes, foreignKeys, pinned);
        for (SyntaxTree.Node element : elements) {
            element.child("indexDefinition").ifPresent(keys::index);
            element.child("tableConstraintDefinition").ifPresent(definition -> constraint(definition, keys));
        }
        indexes.stream().filter(index -> index.kind() == Index.Kind.PRIMARY).forEach(this::fill);
        TableTraits traits = TableTraits.PLAIN
                .with(engine(body))
                .withTemporary(temporary)
                .withChecks(checks)
                .withForeignKeys(foreignKeys)
                .showing(union(body))
                .withPinned(List.copyOf(pinned));
        Table table = new Table(name, false, true, columns, indexes, List.of(), traits);
        return body.child("partitionClause")
                .map(clause -> PartitionReader.read(clause, table))
                .orElse(table);
    }

    /** A primary key's columns hold no NULL. */
    private void fill(Index primary) {
        columns.replaceAll(column -> primary.columns().contains(column.name()) && column.nullable()
                ? new Column(
                        column.name(),
                        column.type(),
                        false,
                        column.generated(),
                        column.autoIncrement(),
                        column.generated() || column.autoIncrement(),
                        column.invisible())
                : column);
    }

    private void column(SyntaxTree.Node definition) {
        ColumnReader reader = ColumnReader.read(definition);
        String column = reader.column().name();
        columns.add(reader.column());
        reader.index()
                .ifPresent(kind ->
                        indexes.add(new Index(kind == Index.Kind.PRIMARY ? "PRIMARY" : column, kind, List.of(column))));
        definition.all("columnCheckConstraint").forEach(this::check);
        definition.all("generatedColumn").forEach(this::pin);
    }

    private void constraint(SyntaxTree.Node definition, KeyReader keys) {
        if (definition.all("checkConstraint").isEmpty()) {
            keys.constraint(definition);
        } else {
            check(definition);
        }
    }

    private void check(SyntaxTree.Node constraint) {
        checks.add(constraint
                .child("newConstraintName")
                .map(given -> SqlName.written(given.sql()))
                .orElse(SqlName.of(SqlName.plain(name) + "_chk_" + (checks.size() + 1))));
        pin(constraint);
    }

    private void pin(SyntaxTree.Node expression) {
        pinned.addAll(namesIn(expression, columns));
    }

    /** The columns that an expression names, each once. */
    static List<String> namesIn(SyntaxTree.Node expression, List<Column> columns) {
        Set<String> names = new LinkedHashSet<>();
        for (SyntaxTree.Node identifier : expression.all("identifier")) {
            String written = SqlName.written(identifier.sql());
            columns.stream()
                    .filter(column -> column.name().equalsIgnoreCase(written))
                    .forEach(column -> names.add(column.name()));
        }
        return List.copyOf(names);
    }

    /** An engine of which nothing is known is taken to be like MyISAM. */
    private static Engine engine(SyntaxTree.Node body) {
        return options(body, "ENGINE").stream()
                .flatMap(option -> option.children("engineName").stream())
                .map(engine -> engine(SqlName.plain(engine.sql())))
                .findFirst()
                .orElse(Engine.INNODB);
    }

    private static Engine engine(String word) {
        return Engine.named(word).orElse(word.equalsIgnoreCase("MRG_MYISAM") ? Engine.MERGE : Engine.MYISAM);
    }

    private static List<String> union(SyntaxTree.Node body) {
        return options(body, "UNION").stream()
                .flatMap(option -> option.children("tableRef").stream())
                .map(TableReader::nameOf)
                .toList();
    }

    private static List<SyntaxTree.Node> options(SyntaxTree.Node body, String word) {
        return body.child("tableOptions").stream()
                .flatMap(options -> options.children("tableOption").stream())
                .filter(option -> option.says(word))
                .toList();
    }
}
