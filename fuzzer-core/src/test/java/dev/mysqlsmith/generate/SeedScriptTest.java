package dev.mysqlsmith.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.random.Choices;
import dev.mysqlsmith.schema.Column;
import dev.mysqlsmith.schema.Engine;
import dev.mysqlsmith.schema.Family;
import dev.mysqlsmith.schema.ForeignKey;
import dev.mysqlsmith.schema.Index;
import dev.mysqlsmith.schema.Table;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SeedScriptTest {
    private static final ServerVersion VERSION = ServerVersion.parse("8.0.33");

    /** The script of a shop: names that need quotes, views in the wrong order, a trigger, things of other databases. */
    static String shop() {
        try (InputStream script = Objects.requireNonNull(SeedScriptTest.class.getResourceAsStream("shop.sql"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SeedScript read(String script) {
        return SeedScript.read("script", script, VERSION);
    }

    private static Table table(SeedScript script, String name) {
        return script.statements().stream()
                .map(SeedStatement::made)
                .filter(made -> made != null && made.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Column column(Table table, String name) {
        return table.column(name).orElseThrow();
    }

    @Test
    void tablesComeInTheirOrderAndViewsBehindWhatTheyRead() {
        assertThat(read(shop()).tables())
                .containsExactly(
                        "`order`", "kunden", "`order items`", "shops", "t1", "sums", "`big customers`", "named");
    }

    @Test
    void columnsAreWhatTheirDefinitionsSay() {
        Table order = table(read(shop()), "`order`");
        assertThat(order.columns())
                .extracting(Column::name)
                .containsExactly("id", "Customer", "`placed at`", "state", "total", "gross");
        assertThat(order.columns())
                .extracting(column -> column.type().family())
                .containsExactly(
                        Family.INTEGER, Family.INTEGER, Family.DATETIME, Family.ENUM, Family.DECIMAL, Family.DECIMAL);
        assertThat(column(order, "id").autoIncrement()).isTrue();
        assertThat(column(order, "id").type().unsigned()).isTrue();
        assertThat(column(order, "Customer").omissible()).isFalse();
        assertThat(column(order, "`placed at`").omissible()).isTrue();
        assertThat(column(order, "state").type().members()).containsExactly("new", "it''s paid", "gone");
        assertThat(column(order, "total").type().scale()).isEqualTo(2);
        assertThat(column(order, "gross").generated()).isTrue();
    }

    @Test
    void keysEnginesAndPartitionsAreKnown() {
        SeedScript script = read(shop());
        Table order = table(script, "`order`");
        assertThat(order.indexes()).extracting(Index::name).containsExactly("PRIMARY", "`by customer`", "`when`");
        assertThat(order.indexes()).extracting(Index::invisible).containsExactly(false, true, false);
        assertThat(order.traits().foreignKeys())
                .containsExactly(new ForeignKey("`fk``customer`", List.of("Customer"), "kunden", List.of("nr")));
        Table kunden = table(script, "kunden");
        assertThat(kunden.indexes())
                .extracting(Index::kind)
                .containsExactly(Index.Kind.PRIMARY, Index.Kind.FULLTEXT, Index.Kind.PLAIN);
        assertThat(kunden.traits().checks()).containsExactly("positive");
        assertThat(column(kunden, "secret").invisible()).isTrue();
        assertThat(column(kunden, "nr").nullable()).isFalse();
        assertThat(table(script, "`order items`").partitions()).containsExactly("low", "`all`");
        assertThat(column(table(script, "shops"), "place").type().srid()).isEqualTo(4326);
        assertThat(table(script, "t1").traits().engine()).isEqualTo(Engine.MYISAM);
    }

    @Test
    void valuesOfTheRowsAreKept() {
        SeedScript script = read(shop());
        assertThat(column(table(script, "kunden"), "nr").samples()).containsExactly("1", "2", "3");
        assertThat(column(table(script, "kunden"), "`größe`").samples()).containsExactly("1.75", "- 2.5");
        assertThat(column(table(script, "kunden"), "papers").samples()).isEmpty();
        assertThat(column(table(script, "`order items`"), "what").samples())
                .containsExactly("X'00FF'", "_binary 'abc'", "X''");
    }

    @Test
    void ofManyRowsOnlyTheFirstAreTaken() {
        StringBuilder rows = new StringBuilder("CREATE TABLE t (a INT); INSERT INTO t VALUES (0)");
        for (int i = 1; i < 3 * RowSample.MOST_ROWS; i++) {
            rows.append(", (").append(i).append(')');
        }
        SeedScript script = read(rows + "; INSERT INTO t VALUES (7)");
        assertThat(script.passedOver()).containsEntry("rows beyond 100 of a table", 2 * RowSample.MOST_ROWS + 1);
        assertThat(script.statements())
                .anySatisfy(statement -> assertThat(statement.tree().sql()).endsWith("(99)"));
    }

    @Test
    void viewsHaveTheColumnsOfTheirQueries() {
        SeedScript script = read(shop());
        Table sums = table(script, "sums");
        assertThat(sums.columns()).extracting(Column::name).containsExactly("`name`", "`sum`", "shout", "n");
        assertThat(column(sums, "n").type().family()).isEqualTo(Family.DECIMAL);
        assertThat(column(sums, "`name`").type().family()).isEqualTo(Family.STRING);
        assertThat(sums.writable()).isFalse();
        assertThat(table(script, "named").view()).isTrue();
    }

    @Test
    void aStandInTellsTheTypesThatAQueryDoesNot() {
        SeedScript script = read("""
                CREATE TABLE t (a INT);
                CREATE TABLE v (x JSON);
                DROP TABLE v;
                CREATE VIEW v AS SELECT our_own(a) AS x FROM t;
                """);
        assertThat(script.tables()).containsExactly("t", "v");
        assertThat(column(table(script, "v"), "x").type().family()).isEqualTo(Family.JSON);
    }

    @Test
    void whatIsPassedOverIsCounted() {
        assertThat(read(shop()).passedOver())
                .containsEntry("CREATE VIEW that names another database", 1)
                .containsEntry("LOCK", 1)
                .containsEntry("CREATE", 2); // a database and a trigger
    }

    @Test
    void onlyTheFirstDatabaseIsTaken() {
        SeedScript script =
                read("USE a; CREATE TABLE t (i INT); USE b; CREATE TABLE u (i INT); USE a; CREATE TABLE b.w (i INT)");
        assertThat(script.tables()).containsExactly("t");
        assertThat(script.passedOver())
                .containsEntry("CREATE in another database", 1)
                .containsEntry("CREATE TABLE that names another database", 1);
    }

    @Test
    void aSyntaxErrorIsNamedWithItsLine() {
        assertThatThrownBy(() -> read("CREATE TABLE t (a INT);\n\nCREATE TABLE u (\n  b IMT);"))
                .isInstanceOf(SeedException.class)
                .hasMessageContaining("'script', line 4")
                .hasMessageContaining("IMT");
    }

    @Test
    void aScriptWithoutATableIsAnError() {
        assertThatThrownBy(() -> read("SELECT 1"))
                .isInstanceOf(SeedException.class)
                .hasMessageContaining("makes no table");
    }

    @Test
    void aRoundBeginsWithTheScriptAndNewNamesAreOthers() {
        SeedScript script = read(shop());
        StatementGenerator generator = new StatementGenerator(
                new GeneratorTools(
                        new GeneratorSettings(Profile.named("ddl"), VERSION, "d", FunctionCatalog.UNASKED, script)),
                Choices.seeded(3));
        for (int i = 0; i < 4 + script.size(); i++) { // DROP DATABASE, CREATE DATABASE, USE, SET
            generator.applied(generator.next(), true);
        }
        assertThat(generator.schema().tables()).extracting(Table::name).containsAll(script.tables());
        for (int i = 0; i < 500; i++) {
            GeneratedStatement statement = generator.next();
            assertThat(statement.sql()).doesNotContain("CREATE TABLE t1 ");
            generator.applied(statement, true);
        }
    }
}
