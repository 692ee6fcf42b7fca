package dev.mysqlsmith.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mysqlsmith.execute.Session;
import dev.mysqlsmith.generate.FunctionCatalog;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.server.Server;
import dev.mysqlsmith.server.ServerSpec;
import dev.mysqlsmith.server.Servers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FunctionProbeIT {
    /** 5.7 has functions that we do not list, since later versions lack them: a target's own, as far as we know. */
    @Test
    void learnsWhatItWasNotTold() {
        FunctionCatalog said = ask("mysql:5.7.22", null);
        assertThat(said.absent()).isEmpty();
        assertThat(said.learned())
                .contains("ASTEXT string (geometry)", "X number (geometry)", "ENCRYPT bytes (string, string)")
                .noneMatch(line -> line.startsWith("ABS "))
                .noneMatch(line -> line.startsWith("NOW "));
    }

    @Test
    void leavesOutWhatTheTargetLacks() {
        FunctionCatalog said = ask("mysql:8.0.12", "8.0.33");
        assertThat(said.absent())
                .contains("JSON_OVERLAPS", "ST_FrechetDistance")
                .doesNotContain("ABS", "JSON_SET");
    }

    /** @param version that the server is taken for; null for its own */
    private static FunctionCatalog ask(String spec, @Nullable String version) {
        try (Server server = Servers.start(ServerSpec.parse(spec));
                Session session = Session.open(server, "mysql", Duration.ofSeconds(5))) {
            return FunctionProbe.ask(session, ServerVersion.parse(version == null ? server.versionString() : version));
        }
    }
}
