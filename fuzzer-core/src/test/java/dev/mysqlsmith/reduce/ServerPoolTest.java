package dev.mysqlsmith.reduce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mysqlsmith.finding.FakeServer;
import dev.mysqlsmith.server.ServerException;
import dev.mysqlsmith.verify.Bench;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ServerPoolTest {
    private final List<FakeServer> started = new CopyOnWriteArrayList<>();

    @Test
    void aServerThatDidNoHarmServesAgainWithoutAReset() {
        try (ServerPool pool = pool(1)) {
            for (int i = 0; i < 5; i++) {
                pool.giveBack(pool.take(false), true);
            }
            assertThat(pool.restarts()).isZero();
        }
        assertThat(started).hasSize(1).allMatch(FakeServer::isClosed);
    }

    @Test
    void aServerThatFailedIsReset() {
        try (ServerPool pool = pool(1)) {
            pool.giveBack(pool.take(false), false);

            assertThat(pool.take(false).isFresh()).isTrue();
            assertThat(pool.restarts()).isEqualTo(1);
        }
    }

    @Test
    void whoWantsAFreshServerNeverGetsAUsedOne() {
        try (ServerPool pool = pool(2)) {
            PooledServer first = pool.take(false);
            pool.giveBack(pool.take(false), true);
            pool.giveBack(first, true);

            assertThat(pool.take(true).isFresh()).isTrue();
            assertThat(pool.take(true).isFresh()).isTrue();
        }
    }

    @Test
    void onceTightenedEveryCandidateGetsAFreshServer() {
        try (ServerPool pool = pool(1)) {
            assertThat(pool.makeAlwaysFresh()).isTrue();
            assertThat(pool.makeAlwaysFresh()).isFalse();
            pool.giveBack(pool.take(false), true);

            assertThat(pool.take(false).isFresh()).isTrue();
            assertThat(started.get(0).resets()).isEqualTo(1);
        }
    }

    @Test
    void aServerThatCantBeResetIsAFaultAndNoAnswer() {
        try (ServerPool pool = pool(1)) {
            PooledServer server = pool.take(false);
            started.get(0).failOnReset();
            pool.giveBack(server, false);

            assertThatThrownBy(() -> pool.take(false))
                    .isInstanceOf(ServerException.class)
                    .hasMessageContaining("no space left");
        }
    }

    private ServerPool pool(int size) {
        return new ServerPool(
                () -> {
                    FakeServer server = FakeServer.healthy();
                    started.add(server);
                    return Bench.of(server);
                },
                size);
    }
}
