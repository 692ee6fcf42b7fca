package dev.mysqlsmith.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.mysqlsmith.finding.Elsewhere;
import dev.mysqlsmith.finding.Finding;
import dev.mysqlsmith.finding.History;
import dev.mysqlsmith.finding.Kind;
import dev.mysqlsmith.finding.Signature;
import dev.mysqlsmith.server.ServerSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class OtherServersIT {
    private static final ServerSpec OLD = ServerSpec.parse("mysql:8.0.12");
    private static final ServerSpec MENDED = ServerSpec.parse("mysql:8.0.33");

    @Test
    void aWrongResultIsSaidOfTheServersThatGiveIt() {
        Signature signature = new Signature(Kind.WRONG_RESULT, "other rows, under every plan, a value as predicate");
        assertThat(new OtherServers(List.of(OLD, MENDED), List.of(), Duration.ofSeconds(10))
                        .tried(finding(signature, "tlp", List.of())))
                .extracting(Elsewhere::server, Elsewhere::verdict, Elsewhere::signature)
                .containsExactly(
                        tuple("mysql:8.0.12", "TRIGGERED", signature.toString()),
                        tuple("mysql:8.0.33", "NOT_TRIGGERED", null));
    }

    @Test
    void aReferenceIsNotTriedAgainstItself() {
        Signature signature = new Signature(Kind.WRONG_RESULT, "other rows, under every plan, predicate 0.3");
        assertThat(new OtherServers(List.of(OLD, MENDED), List.of(MENDED), Duration.ofSeconds(10))
                        .tried(finding(signature, "differential", List.of("mysql:8.0.33"))))
                .hasSize(1)
                .first()
                .satisfies(old -> assertThat(old.server()).isEqualTo("mysql:8.0.12"))
                .satisfies(old -> assertThat(old.signature()).startsWith("wrong-result: other rows"));
    }

    private static Finding finding(Signature signature, String oracle, List<String> against) {
        History history = History.of(List.of(
                "CREATE DATABASE d",
                "USE d",
                "CREATE TABLE t (a INT)",
                "INSERT INTO t VALUES (1)",
                "SELECT a FROM t WHERE 0.3"));
        return new Finding(
                signature,
                oracle,
                "mysql:8.0.11",
                against,
                "8.0.11",
                1L,
                Finding.Status.CONFIRMED,
                1,
                Instant.EPOCH,
                history,
                null,
                "",
                "",
                0);
    }
}
