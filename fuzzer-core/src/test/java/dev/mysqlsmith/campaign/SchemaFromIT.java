package dev.mysqlsmith.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mysqlsmith.execute.Outcome;
import dev.mysqlsmith.execute.Session;
import dev.mysqlsmith.grammar.ScriptReader;
import dev.mysqlsmith.grammar.ScriptStatement;
import dev.mysqlsmith.server.Server;
import dev.mysqlsmith.server.ServerSpec;
import dev.mysqlsmith.server.Servers;
import dev.mysqlsmith.source.SchemaSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Campaigns over tables that are given, as a file and as a database of a running server. */
@Timeout(600)
class SchemaFromIT {
    private static final ServerSpec SPEC = ServerSpec.parse("mysql:8.0.33");
    private static final Set<String> TABLES = Set.of("`order`", "kunden", "`order items`", "shops", "t1");
    private static final String DATABASE = "`My Shop`";

    @TempDir
    static Path temp;

    private static Path shop = Path.of("");
    private static Server server = Servers.start(SPEC);

    @BeforeAll
    static void writeScript() throws IOException {
        shop = temp.resolve("shop.sql");
        try (var script = SchemaFromIT.class.getResourceAsStream("/dev/mysqlsmith/generate/shop.sql")) {
            Files.write(shop, script.readAllBytes());
        }
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @Test
    void roundsBeginWithTheTablesOfTheFile() throws Exception {
        CampaignSummary summary = Mysqlsmith.fuzz(CampaignOptions.against(SPEC, temp.resolve("file"))
                .withStatements(900L)
                .withStatementLog(true)
                .withProfile("queries")
                .withSchemaFrom(shop.toString()));
        List<String> sent = Files.readAllLines(summary.folder().resolve("statements-0.sql"));
        assertThat(sent).anyMatch(line -> line.startsWith("CREATE TABLE `order`"));
        assertThat(sent.stream().filter(line -> line.contains("`order items`")).count())
                .isGreaterThan(100);
        assertThat(summary.totals().byKind().get("CREATE TABLE").shareSucceeded())
                .isEqualTo(1);
        assertThat(summary.totals().byKind().get("CREATE VIEW").succeeded()).isGreaterThanOrEqualTo(2 * 3);
        assertThat(summary.totals().byKind().get("SELECT").shareSucceeded()).isGreaterThan(0.9);
        assertThat(summary.totals().skips()).containsKey("schema-from: LOCK");
        assertThat(summary.folder().resolve("seed.sql")).hasSameBinaryContentAs(shop);
    }

    @Test
    void aRunningDatabaseComesOverWholeAndIsOnlyRead() {
        try (Session session = Session.open(server, Duration.ofSeconds(20))) {
            succeed(session, "SET SESSION foreign_key_checks = 0");
            replay(session, shopScript());
            List<String> before = contents(session);
            String copied = SchemaSource.read(url());
            assertThat(contents(session)).isEqualTo(before);
            assertThat(before).hasSizeGreaterThan(10);
            succeed(session, "DROP DATABASE " + DATABASE);
            succeed(session, "CREATE DATABASE " + DATABASE);
            succeed(session, "SET SESSION foreign_key_checks = 0, sql_mode = 'NO_AUTO_VALUE_ON_ZERO'");
            replay(session, copied);
            assertThat(contents(session)).isEqualTo(before);
        }
    }

    @Test
    void aDatabaseThatIsNotThereIsNamed() {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> SchemaSource.read(url().replace("My%20Shop", "nowhere"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nowhere");
    }

    private static String url() {
        return server.endpoint().jdbcUrl().replaceFirst("(//[^/]+)/[^?]*\\??", "$1/My%20Shop?user=root&");
    }

    private static List<ScriptStatement> shopScript() {
        try {
            return ScriptReader.read(Files.readString(shop), Set.of());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void replay(Session session, String script) {
        replay(session, ScriptReader.read(script, Set.of()));
    }

    /** The views of the script stand in the wrong order: the second time the rest of them is made. */
    private static void replay(Session session, List<ScriptStatement> script) {
        List<String> again = new ArrayList<>();
        for (ScriptStatement statement : script) {
            if (!session.execute(statement.text()).succeeded()
                    && statement.text().contains(" VIEW ")) {
                again.add(statement.text());
            }
        }
        again.forEach(sql -> succeed(session, sql));
    }

    private static Outcome succeed(Session session, String sql) {
        Outcome outcome = session.execute(sql);
        assertThat(outcome.succeeded()).as("%s: %s", sql, outcome).isTrue();
        return outcome;
    }

    /** The definitions of all tables, and their rows. */
    private static List<String> contents(Session session) {
        List<String> contents = new ArrayList<>();
        for (String table : TABLES.stream().sorted().toList()) {
            String name = DATABASE + "." + table;
            contents.add(rows(session, "SHOW CREATE TABLE " + name));
            contents.add(rows(session, "SELECT * FROM " + name + " ORDER BY 1"));
        }
        contents.add(rows(session, "SHOW CREATE VIEW " + DATABASE + ".`big customers`"));
        contents.add(rows(session, "SELECT * FROM " + DATABASE + ".sums ORDER BY 1"));
        return contents;
    }

    private static String rows(Session session, String sql) {
        return ((Outcome.Rows) succeed(session, sql)).tables().toString();
    }
}
