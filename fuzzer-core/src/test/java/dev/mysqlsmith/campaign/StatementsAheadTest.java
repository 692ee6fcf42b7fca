package dev.mysqlsmith.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mysqlsmith.generate.GeneratedStatement;
import dev.mysqlsmith.generate.GeneratorSettings;
import dev.mysqlsmith.generate.GeneratorTools;
import dev.mysqlsmith.generate.Profile;
import dev.mysqlsmith.generate.StatementGenerator;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.random.Choices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class StatementsAheadTest {
    private static final int ROUND = 700;

    private final GeneratorTools tools =
            new GeneratorTools(new GeneratorSettings(Profile.named("default"), ServerVersion.parse("8.0.33"), "d"));

    @Test
    void whoIsFasterDoesNotMatter() {
        List<String> slowServer = statements(100_000);
        assertThat(slowServer).hasSize(ROUND).isEqualTo(statements(0)).isEqualTo(statements(10_000));
    }

    @Test
    void aTableThatWasNotMadeIsNotUsed() {
        try (StatementsAhead ahead = new StatementsAhead(generator(), ROUND)) {
            int made = 0;
            for (GeneratedStatement statement = ahead.next(); statement != null; statement = ahead.next()) {
                assertThat(statement.kind()).isNotIn("INSERT", "UPDATE", "ALTER TABLE");
                ahead.applied(!statement.kind().startsWith("CREATE"));
                made++;
            }
            assertThat(made).isBetween(100, ROUND - 1);
            assertThat(ahead.worn()).isPresent();
        }
    }

    @Test
    void aFaultOfTheGeneratorIsToldToWhoeverAsks(@TempDir Path temp) throws IOException {
        Path profile = Files.writeString(
                temp.resolve("no-tables.profile"), "include default\nweight statement/createTableStatement 0\n");
        GeneratorTools poor =
                new GeneratorTools(new GeneratorSettings(Profile.load(profile), ServerVersion.parse("8.0.33"), "d"));
        StatementGenerator generator = new StatementGenerator(poor, Choices.seeded(1));
        try (StatementsAhead ahead = new StatementsAhead(generator, ROUND)) {
            for (int opening = 0; opening < 4; opening++) {
                ahead.next();
                ahead.applied(true);
            }
            assertThatThrownBy(ahead::next)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("the profile leaves too little");
        }
    }

    private List<String> statements(int nanosOfServer) {
        List<String> statements = new ArrayList<>();
        try (StatementsAhead ahead = new StatementsAhead(generator(), ROUND)) {
            for (int i = 0; i < ROUND; i++) {
                GeneratedStatement statement = ahead.next();
                statements.add(statement.sql());
                if (nanosOfServer > 0) {
                    LockSupport.parkNanos(nanosOfServer);
                }
                ahead.applied(i % 7 != 0);
            }
        }
        return statements;
    }

    private StatementGenerator generator() {
        return new StatementGenerator(tools, Choices.seeded(9));
    }
}
