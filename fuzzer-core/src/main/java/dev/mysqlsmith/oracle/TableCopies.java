package dev.mysqlsmith.oracle;

import dev.mysqlsmith.execute.Outcome;
import dev.mysqlsmith.grammar.SqlTokens;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Copies of some tables in a database of their own, altered; they are gone when this is closed. */
final class TableCopies implements AutoCloseable {
    private static final String COLUMNS = "SELECT CONCAT('`', REPLACE(COLUMN_NAME, '`', '``'), '`') FROM"
            + " information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = '%s'"
            + " AND GENERATION_EXPRESSION = '' ORDER BY ORDINAL_POSITION";

    private static final String INDEXES = "SELECT DISTINCT CONCAT('`', REPLACE(INDEX_NAME, '`', '``'), '`') FROM"
            + " information_schema.STATISTICS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = '%s'"
            + " AND INDEX_NAME <> 'PRIMARY'";

    private static final String UNIONS =
            "SELECT TABLE_NAME FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()"
                    + " AND TABLE_NAME = '%s' AND ENGINE = 'MRG_MYISAM'";

    private final Asker asker;
    private final Set<String> tables;
    private final String origin;
    private final String database;
    private boolean complete = true;
    private boolean altered;

    private TableCopies(Asker asker, Set<String> tables) {
        this.asker = asker;
        this.tables = tables;
        String plain = Witness.database(asker);
        this.origin = SqlTokens.quoted(plain);
        this.database = SqlTokens.quoted(plain + "_copy");
    }

    /**
     * Copies with all rows, stored in another way.
     *
     * @param asker whose default database has the tables
     */
    static TableCopies stored(Asker asker, Set<String> tables, StoredAs form) {
        TableCopies copies = new TableCopies(asker, tables);
        copies.make(form::alterations, "");
        return copies;
    }

    /**
     * Copies with one row each, the same one for the same {@code seed}.
     *
     * @param asker whose default database has the tables
     */
    static TableCopies ofOneRow(Asker asker, Set<String> tables, int seed) {
        TableCopies copies = new TableCopies(asker, tables);
        copies.make(indexes -> List.of(), " ORDER BY RAND(" + seed + ") LIMIT 1");
        return copies;
    }

    private void make(UnaryOperator<List<String>> alterations, String rows) {
        if (tables.stream().anyMatch(table -> !names(UNIONS, table).isEmpty())) {
            complete = false; // the copy of a MERGE table has the same rows, not rows of its own: writing to it changes
            // the tables
            return;
        }
        asker.ask("SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED"); // to copy without locks
        asker.ask("DROP DATABASE IF EXISTS " + database);
        asker.ask("CREATE DATABASE " + database);
        for (String table : tables) {
            String copy = database + "." + SqlTokens.quoted(table);
            complete &= asker.ask("CREATE TABLE " + copy + " LIKE " + SqlTokens.quoted(table))
                    .succeeded();
            for (String alteration : alterations.apply(names(INDEXES, table))) {
                altered |= asker.ask("ALTER TABLE " + copy + " " + alteration).succeeded();
            }
            String columns = String.join(", ", names(COLUMNS, table));
            complete &= asker.ask("INSERT INTO " + copy + " (" + columns + ") SELECT " + columns + " FROM "
                            + SqlTokens.quoted(table) + rows)
                    .succeeded();
        }
    }

    /** Whether all tables and rows are there. */
    boolean complete() {
        return complete;
    }

    /** Whether one of them at least is stored otherwise. */
    boolean altered() {
        return altered;
    }

    /** What a query gives of the copies. */
    Outcome ask(String sql) {
        asker.ask("USE " + database);
        Outcome outcome = asker.ask(sql);
        asker.ask("USE " + origin);
        return outcome;
    }

    /** The statements that make such tables. */
    String definitions() {
        return tables.stream()
                .flatMap(table ->
                        Witness.rows(asker, "SHOW CREATE TABLE " + database + "." + SqlTokens.quoted(table)).stream())
                .map(row -> row.get(1) + ";")
                .collect(Collectors.joining("\n"));
    }

    /** The rows of each, for people. */
    String rows() {
        return tables.stream()
                .sorted()
                .map(table ->
                        table + ": " + Witness.rows(asker, "SELECT * FROM " + database + "." + SqlTokens.quoted(table)))
                .collect(Collectors.joining("\n"));
    }

    private List<String> names(String query, String table) {
        return Witness.rows(asker, query.replace("%s", table.replace("'", "''"))).stream()
                .map(row -> String.valueOf(row.get(0)))
                .toList();
    }

    @Override
    public void close() {
        asker.ask("DROP DATABASE IF EXISTS " + database);
    }
}
