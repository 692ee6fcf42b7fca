package dev.mysqlsmith.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {

    @TempDir
    Path root;

    @Test
    void endsTheServersOfDeadOwnersOnly() throws Exception {
        assumeThat(Tools.isWindows()).as("needs sh").isFalse();
        Path dead = Files.createDirectories(root.resolve("4711/1/data"))
                .resolve("../..")
                .normalize();
        Path alive = Leftovers.claim(root);
        Process left = server(dead.resolve("1/data"));
        Process ours = server(alive.resolve("1/data"));
        Process stranger = server(root.resolve("elsewhere/data"));
        try {
            Leftovers.clear(root);

            assertThat(left.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(dead).doesNotExist();
            assertThat(root.resolve("4711.owner")).doesNotExist();
            assertThat(alive).exists();
            assertThat(ours.isAlive()).isTrue();
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            left.destroyForcibly();
            ours.destroyForcibly();
            stranger.destroyForcibly();
        }
    }

    @Test
    void claimsAreDifferent() throws Exception {
        assertThat(Leftovers.claim(root)).isNotEqualTo(Leftovers.claim(root)).exists();
    }

    /** A process with the command line of a server on that directory. */
    private static Process server(Path data) throws Exception {
        // it waits for input that never comes
        return new ProcessBuilder("sh", "-c", "read line", "mysqld", "--datadir=" + data).start();
    }
}
