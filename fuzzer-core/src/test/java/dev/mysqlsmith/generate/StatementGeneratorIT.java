package dev.mysqlsmith.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mysqlsmith.execute.Outcome;
import dev.mysqlsmith.execute.Session;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.random.Choices;
import dev.mysqlsmith.server.Server;
import dev.mysqlsmith.server.ServerSpec;
import dev.mysqlsmith.server.Servers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is generated mostly works on a real server, and it is hardly ever a syntax error. */
class StatementGeneratorIT {
    private static final long SEED = 0xA11;
    private static final int STATEMENTS = 600;

    @Test
    void mostStatementsSucceed() {
        int succeeded = 0;
        List<String> syntaxErrors = new ArrayList<>();
        GeneratorTools tools = new GeneratorTools(
                new GeneratorSettings(Profile.named("default"), ServerVersion.parse("8.0.12"), "mysqlsmith_it"));
        int round = 0;
        int done = 0;
        try (Server server = Servers.start(ServerSpec.parse("mysql:8.0.12"))) {
            while (done < STATEMENTS) {
                StatementGenerator generator =
                        new StatementGenerator(tools, Choices.seeded(SEED).split(round++));
                try (Session session = Session.open(server, Duration.ofSeconds(5))) {
                    for (int i = 0; i < 200 && done < STATEMENTS && session.isUsable(); i++, done++) {
                        GeneratedStatement statement = generator.next();
                        Outcome outcome = session.execute(statement.sql());
                        int code = outcome instanceof Outcome.Failed failed
                                ? failed.error().code()
                                : 0;
                        generator.applied(statement, outcome.succeeded());
                        succeeded += outcome.succeeded() ? 1 : 0;
                        if (code == 1064) {
                            syntaxErrors.add(statement.sql());
                        }
                    }
                }
                // an old build may well die of what is sent: that is another test's matter
                server.reset();
            }
        }
        assertThat(succeeded).as("seed 0x%x", SEED).isGreaterThan(STATEMENTS * 8 / 10);
        assertThat(syntaxErrors).as("seed 0x%x", SEED).hasSizeLessThan(STATEMENTS / 100);
    }
}
