package dev.mysqlsmith.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mysqlsmith.execute.Outcome;
import dev.mysqlsmith.execute.ResultTable;
import dev.mysqlsmith.execute.Session;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.server.Server;
import dev.mysqlsmith.server.ServerSpec;
import dev.mysqlsmith.server.Servers;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Tables on a server for tests of oracles of what is stored, and faults to plant in what it answers. */
abstract class StoredTables {
    static final String DATABASE = "saved";

    static Server server;
    static ServerVersion version;
    Session session;

    @BeforeAll
    static void start() {
        server = Servers.start(ServerSpec.parse("mysql:8.0.33"));
        version = ServerVersion.parse(server.versionString());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() {
        session = Session.open(server, Duration.ofSeconds(10));
        Stream.of(
                        "DROP DATABASE IF EXISTS " + DATABASE,
                        "CREATE DATABASE " + DATABASE,
                        "USE " + DATABASE,
                        "CREATE TABLE t (id INT PRIMARY KEY, a INT, s VARCHAR(20), g INT AS (a + 1), KEY (a), KEY k (s, a),"
                                + " KEY hidden (g) INVISIBLE, KEY part (s(3)), KEY f ((a * 2)))",
                        "CREATE TABLE m (id INT AUTO_INCREMENT PRIMARY KEY, x VARCHAR(9), FULLTEXT (x)) ENGINE = MyISAM",
                        "CREATE TABLE p (id INT PRIMARY KEY, a INT, s VARCHAR(20), KEY (a))",
                        "CREATE VIEW v AS SELECT id, a FROM t",
                        "INSERT INTO t (id, a, s) VALUES (1, 1, 'one'), (2, NULL, 'two'), (3, 3, NULL), (4, 1, 'four')",
                        "INSERT INTO m (x) VALUES ('a'), ('b')",
                        "INSERT INTO p SELECT id, a, s FROM t")
                .forEach(this::run);
    }

    @AfterEach
    void close() {
        session.close();
    }

    static Witness.Opener spoilt(Predicate<String> at, PlantedFault.Harm harm) {
        return answering((sql, right) -> at.test(sql) ? spoil(right, harm) : right);
    }

    static Outcome spoil(Outcome right, PlantedFault.Harm harm) {
        return new PlantedFault(PlantedFault.Seat.WHERE, harm).spoil("SELECT * FROM t WHERE 1", right);
    }

    static Witness.Opener answering(BiFunction<String, Outcome, Outcome> answer) {
        return (where, database) -> {
            Witness right = Witness.open(where, database);
            return witness(right, sql -> answer.apply(sql, right.ask(sql)));
        };
    }

    static Witness witness(Witness right, Asker asker) {
        return new Witness() {
            @Override
            public Outcome ask(String sql) {
                return asker.ask(sql);
            }

            @Override
            public void close() {
                right.close();
            }
        };
    }

    static Outcome text(String column, String... rows) {
        return new Outcome.Rows(
                List.of(new ResultTable(
                        List.of(column),
                        List.of("VARCHAR"),
                        Stream.of(rows).map(List::of).collect(Collectors.toList()),
                        false)),
                Duration.ZERO);
    }

    final void run(String... statements) {
        Stream.of(statements)
                .forEach(sql ->
                        assertThat(session.execute(sql).succeeded()).as(sql).isTrue());
    }

    static Verdict judge(Oracle oracle, String sql, Asker asker) {
        StatementContext context = new StatementContext(server, asker, 0, Trees.of(sql, version), sql);
        oracle.before(context);
        return oracle.after(new StatementOutcome(context, asker.ask(sql)));
    }

    static String signature(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Suspect.class);
        return ((Verdict.Suspect) verdict).failure().signature().text();
    }
}
