package dev.mysqlsmith.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mysqlsmith.execute.Outcome;
import dev.mysqlsmith.execute.Session;
import dev.mysqlsmith.generate.GeneratedStatement;
import dev.mysqlsmith.generate.GeneratorSettings;
import dev.mysqlsmith.generate.Profile;
import dev.mysqlsmith.generate.StatementGenerator;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.random.Choices;
import dev.mysqlsmith.server.Server;
import dev.mysqlsmith.server.ServerSpec;
import dev.mysqlsmith.server.Servers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever the grammar alone makes, a server of the version parses. */
class SyntaxProfileIT {
    private static final long SEED = 0x600D;
    private static final int STATEMENTS = 3_000;

    @Test
    void hardlyAnythingIsASyntaxError() {
        StatementGenerator generator = new StatementGenerator(
                new GeneratorSettings(Profile.named("syntax"), ServerVersion.parse("8.0.12"), "d"),
                Choices.seeded(SEED));
        List<String> syntaxErrors = new ArrayList<>();
        int answered = 0;
        try (Server server = Servers.start(ServerSpec.parse("mysql:8.0.12"));
                Session session = Session.open(server, Duration.ofSeconds(5))) {
            for (int i = 0; i < STATEMENTS && session.isUsable(); i++, answered++) {
                GeneratedStatement statement = generator.next();
                Outcome outcome = session.execute(Prepared.statement(statement.sql()));
                generator.applied(statement, outcome.succeeded());
                if (outcome instanceof Outcome.Failed failed && failed.error().code() == 1064) {
                    syntaxErrors.add(statement.sql());
                }
            }
        }
        assertThat(answered).as("seed 0x%x", SEED).isGreaterThan(STATEMENTS / 2);
        assertThat(syntaxErrors).as("seed 0x%x", SEED).hasSizeLessThan(answered / 100);
    }
}
