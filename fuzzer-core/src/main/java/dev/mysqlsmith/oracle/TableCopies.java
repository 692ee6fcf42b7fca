package dev.mysqlsmith.oracle;

import dev.mysqlsmith.execute.Outcome;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Copies of some tables in a database of their own, stored in another way; they are gone when this is closed. */
final class TableCopies implements AutoCloseable {
    private static final String COLUMNS = "SELECT CONCAT('`', REPLACE(COLUMN_NAME, '`', '``'), '`') FROM"
            + " information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = '%s'"
            + " AND GENERATION_EXPRESSION = '' ORDER BY ORDINAL_POSITION";

    private static final String INDEXES = "SELECT DISTINCT CONCAT('`', REPLACE(INDEX_NAME, '`', '``'), '`') FROM"
            + " information_schema.STATISTICS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = '%s'"
            + " AND INDEX_NAME <> 'PRIMARY'";

    private final Asker asker;
    private final StoredAs form;
    private final Set<String> tables;
    private final String origin;
    private final String database;
    private final boolean differ;

    /**
     * Makes them; {@link #differ} says whether that worked.
     *
     * @param asker whose default database has the tables
     */
    TableCopies(Asker asker, StoredAs form, Set<String> tables) {
        this.asker = asker;
        this.form = form;
        this.tables = tables;
        this.origin = quoted(Witness.database(asker));
        this.database = quoted(Witness.database(asker) + "_copy");
        asker.ask("DROP DATABASE IF EXISTS " + database);
        asker.ask("CREATE DATABASE " + database);
        boolean all = true;
        boolean any = false;
        for (String table : tables) {
            String copy = database + "." + quoted(table);
            all &= asker.ask("CREATE TABLE " + copy + " LIKE " + quoted(table)).succeeded();
            for (String alteration : form.alterations(names(INDEXES, table))) {
                any |= asker.ask("ALTER TABLE " + copy + " " + alteration).succeeded();
            }
            String columns = String.join(", ", names(COLUMNS, table));
            all &= asker.ask("INSERT INTO " + copy + " (" + columns + ") SELECT " + columns + " FROM " + quoted(table))
                    .succeeded();
        }
        this.differ = all && any;
    }

    StoredAs form() {
        return form;
    }

    /** Whether all tables are there, and one of them at least is stored otherwise. */
    boolean differ() {
        return differ;
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
                .flatMap(table -> Witness.rows(asker, "SHOW CREATE TABLE " + database + "." + quoted(table)).stream())
                .map(row -> row.get(1) + ";")
                .collect(Collectors.joining("\n"));
    }

    private List<String> names(String query, String table) {
        return Witness.rows(asker, query.replace("%s", table.replace("'", "''"))).stream()
                .map(row -> String.valueOf(row.get(0)))
                .toList();
    }

    private static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    @Override
    public void close() {
        asker.ask("DROP DATABASE IF EXISTS " + database);
    }
}
