package dev.mysqlsmith.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mysqlsmith.finding.History;
import dev.mysqlsmith.finding.Kind;
import dev.mysqlsmith.finding.Signature;
import dev.mysqlsmith.oracle.ReplayOracles;
import dev.mysqlsmith.server.Server;
import dev.mysqlsmith.server.ServerException;
import dev.mysqlsmith.server.ServerSpec;
import dev.mysqlsmith.server.Servers;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CheckerIT {
    private static final ServerSpec SPEC = ServerSpec.parse("mysql:8.0.12");
    /** 8.0.12 takes a fraction that rounds to 0 for false. */
    private static final History FRACTION = History.of(List.of(
            "CREATE DATABASE d",
            "USE d",
            "CREATE TABLE t (a INT)",
            "INSERT INTO t VALUES (1), (2)",
            "SELECT RAND()",
            "SELECT a FROM t WHERE 0.3"));

    private static final History PLANTED = History.of(
            List.of("CREATE DATABASE d", "SELECT nonsense", "SELECT 'planted', sleep(10)", "DROP DATABASE d"));

    @Test
    void aCrashIsTriggeredInEachRun() {
        CheckResult result = check(PLANTED, 2, null, spec -> new SignalledServer(Servers.start(spec), "SEGV"));

        assertThat(result.verdict()).isEqualTo(CheckVerdict.TRIGGERED);
        assertThat(result.hits()).isEqualTo(2);
        assertThat(result.versionString()).startsWith("8.0.12");
        assertThat(result.signature()).isNotNull();
        assertThat(result.signature().kind()).isEqualTo(Kind.CRASH);
        assertThat(result.signature().text())
                .isEqualTo("signal 11 in Mysqld_socket_listener::listen_for_connection_event < mysqld_main");
    }

    @Test
    void anotherCrashThanTheOneAskedForIsToldApart() {
        CheckResult result = check(
                PLANTED,
                1,
                "signal 11 in Item_func::val_int",
                spec -> new SignalledServer(Servers.start(spec), "SEGV"));

        assertThat(result.verdict()).isEqualTo(CheckVerdict.OTHER);
        assertThat(result.detail()).contains("mysqld_main");
    }

    @Test
    void aServerThatRunsOnIsNotTriggered() {
        History harmless = History.of(List.of("SELECT nonsense", "SELECT 1"));

        CheckResult result = check(harmless, 2, null, Servers::start);

        assertThat(result.verdict()).isEqualTo(CheckVerdict.NOT_TRIGGERED);
        assertThat(result.detail()).contains("2 runs", "1 of 2 statements gave an error");
    }

    @Test
    void anAnswerThatDiffersFromTheReferenceIsAWrongResult() {
        CheckResult here = against(FRACTION, "mysql:8.0.12", "mysql:8.0.33").get(0);
        CheckResult itself = against(FRACTION, "mysql:8.0.12", "mysql:8.0.12").get(0);

        assertThat(here.verdict()).isEqualTo(CheckVerdict.TRIGGERED);
        assertThat(here.signature())
                .isEqualTo(new Signature(Kind.WRONG_RESULT, "other rows, under every plan, a value as predicate"));
        assertThat(here.detail()).contains("against mysql:8.0.33", "only here: nothing");
        assertThat(itself.verdict()).isEqualTo(CheckVerdict.NOT_TRIGGERED);
        assertThat(itself.detail()).contains("5 of 6 statements compared; not: random 1");
    }

    @Test
    void aWrongResultIsFoundBehindOthersThatAreNotMeant() {
        History two = History.of(List.of(
                "CREATE DATABASE d",
                "USE d",
                "CREATE TABLE t (a INT)",
                "CREATE TABLE u (a INT)",
                "INSERT INTO t VALUES (1), (2)",
                "INSERT INTO u VALUES (1), (2)",
                "DELETE FROM t WHERE 0.3",
                "SELECT a FROM t",
                "SELECT a FROM u WHERE 0.3"));

        assertThat(against(two, null, KnownAnswers.NONE).signature())
                .isEqualTo(new Signature(Kind.WRONG_RESULT, "delete: affected rows: fewer"));
        assertThat(against(two, "a value as predicate", KnownAnswers.NONE).verdict())
                .isEqualTo(CheckVerdict.TRIGGERED);
        assertThat(against(two, "a crash", KnownAnswers.NONE).verdict()).isEqualTo(CheckVerdict.OTHER);
        assertThat(against(two, null, (signature, evidence, sql, version) -> sql.startsWith("DELETE"))
                        .signature())
                .isEqualTo(new Signature(Kind.WRONG_RESULT, "other rows, under every plan, a value as predicate"));
        CheckResult known = against(two, null, (signature, evidence, sql, version) -> true);
        assertThat(known.verdict()).isEqualTo(CheckVerdict.NOT_TRIGGERED);
        assertThat(known.detail()).contains("known and passed over: 2");
    }

    private static CheckResult against(History history, @Nullable String expected, KnownAnswers known) {
        CheckRequest request = new CheckRequest(
                history,
                List.of(SPEC),
                List.of(ServerSpec.parse("mysql:8.0.33")),
                1,
                expected,
                Duration.ofSeconds(20),
                ReplayOracles.NONE,
                known);
        return new Checker(Servers::start).check(request).get(0);
    }

    @Test
    void aRelationNeedsNoReference() {
        assertThat(related("mysql:8.0.12").verdict()).isEqualTo(CheckVerdict.TRIGGERED);
        assertThat(related("mysql:8.0.12").signature())
                .isEqualTo(new Signature(Kind.WRONG_RESULT, "other rows, under every plan, a value as predicate"));
        assertThat(related("mysql:8.0.12").detail()).contains("norec where").doesNotContain("\n");
        assertThat(related("mysql:8.0.33").verdict()).isEqualTo(CheckVerdict.NOT_TRIGGERED);
    }

    private static CheckResult related(String server) {
        CheckRequest request = new CheckRequest(
                FRACTION,
                List.of(ServerSpec.parse(server)),
                List.of(),
                1,
                null,
                Duration.ofSeconds(20),
                new ReplayOracles(List.of("norec"), false));
        return new Checker(Servers::start).check(request).get(0);
    }

    @Test
    void aReferenceThatFailsItselfSaysNothing() {
        CheckRequest request = new CheckRequest(
                PLANTED, List.of(SPEC), List.of(SPEC), 1, null, Duration.ofSeconds(20), ReplayOracles.NONE);

        CheckResult result = new Checker(spec -> new SignalledServer(Servers.start(spec), "SEGV"))
                .check(request)
                .get(0);

        assertThat(result.verdict()).isEqualTo(CheckVerdict.COULD_NOT_RUN);
        assertThat(result.detail()).contains("the reference 'mysql:8.0.12' fails itself");
    }

    private static List<CheckResult> against(History history, String server, String reference) {
        return new Checker(Servers::start)
                .check(new CheckRequest(
                        history,
                        List.of(ServerSpec.parse(server)),
                        List.of(ServerSpec.parse(reference)),
                        1,
                        null,
                        Duration.ofSeconds(20),
                        ReplayOracles.NONE));
    }

    @Test
    void aServerThatIsKilledFromOutsideSaysNothing() {
        CheckResult result = check(PLANTED, 1, null, spec -> new SignalledServer(Servers.start(spec), "KILL"));

        assertThat(result.verdict()).isEqualTo(CheckVerdict.COULD_NOT_RUN);
        assertThat(result.detail()).contains("killed by signal 9");
    }

    @Test
    void aReproOfWhichNothingIsAcceptedCouldNotRun() {
        CheckResult result = check(History.of(List.of("FROBNICATE", "SELECT nonsense")), 1, null, Servers::start);

        assertThat(result.verdict()).isEqualTo(CheckVerdict.COULD_NOT_RUN);
        assertThat(result.detail()).contains("error 1064");
    }

    @Test
    void aServerThatCantBeHadCouldNotRun() {
        CheckResult result = check(PLANTED, 1, null, spec -> {
            throw new ServerException("server '" + spec + "' can't be had: no network");
        });

        assertThat(result.verdict()).isEqualTo(CheckVerdict.COULD_NOT_RUN);
        assertThat(result.detail()).contains("no network");
    }

    private static CheckResult check(
            History history, int runs, @Nullable String expected, Function<ServerSpec, Server> starter) {
        CheckRequest request = new CheckRequest(history, List.of(SPEC), runs, expected, Duration.ofSeconds(20));
        return new Checker(starter).check(request).get(0);
    }
}
