package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.schema.Column;
import dev.mysqlsmith.schema.Index;
import dev.mysqlsmith.schema.Table;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Tables, views and rows that a tester has given: the statements that make them, with what is then known of the database. */
public final class SeedScript {
    /** Rounds begin with tables that the generator makes. */
    public static final SeedScript NONE = new SeedScript(List.of(), Map.of());

    private final List<SeedStatement> statements;
    private final Map<String, Integer> passedOver;

    SeedScript(List<SeedStatement> statements, Map<String, Integer> passedOver) {
        this.statements = List.copyOf(statements);
        this.passedOver = new TreeMap<>(passedOver);
    }

    /**
     * Reads a script, such as a dump: CREATE TABLE, CREATE VIEW, INSERT and REPLACE are taken, others are passed over.
     *
     * @param name of the script, for messages
     * @param version of the server that it will run on; what only later versions have is left to fail there
     * @throws SeedException where one of these statements has a syntax error, or no table is made
     */
    public static SeedScript read(String name, String script, ServerVersion version) {
        return new SeedReader(name, version).read(script);
    }

    /** What was passed over, by kind of statement or by reason, with how often. */
    public Map<String, Integer> passedOver() {
        return passedOver;
    }

    /** How many statements a round begins with for it. */
    public int size() {
        return statements.size();
    }

    /** Names of the tables and views, as statements write them, in order. */
    public List<String> tables() {
        return made().map(Table::name).toList();
    }

    List<SeedStatement> statements() {
        return statements;
    }

    /** Whether it inserts rows. */
    boolean hasRows() {
        return statements.stream().anyMatch(statement -> {
            String kind = StatementKind.of(statement.tree());
            return kind.equals("INSERT") || kind.equals("REPLACE");
        });
    }

    /** All names of tables and of their parts, unquoted, in lower case: new things have others. */
    Set<String> names() {
        Set<String> names = new TreeSet<>();
        made().flatMap(SeedScript::names).forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
        return names;
    }

    private Stream<Table> made() {
        return statements.stream().map(SeedStatement::made).filter(Objects::nonNull);
    }

    private static Stream<String> names(Table table) {
        return Stream.of(
                        Stream.of(table.name()),
                        table.columns().stream().map(Column::name),
                        table.indexes().stream().map(Index::name),
                        table.partitions().stream(),
                        table.traits().checks().stream(),
                        table.traits().foreignKeys().stream().map(key -> key.name()))
                .flatMap(names -> names);
    }
}
