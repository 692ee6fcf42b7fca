package dev.mysqlsmith.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mysqlsmith.execute.Outcome;
import dev.mysqlsmith.execute.Session;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.random.Choices;
import dev.mysqlsmith.schema.Column;
import dev.mysqlsmith.schema.Table;
import dev.mysqlsmith.server.Server;
import dev.mysqlsmith.server.ServerSpec;
import dev.mysqlsmith.server.Servers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The generator's picture of the tables is the server's, after hundreds of definitions that succeeded or failed. */
class SchemaPictureIT {
    private static final long SEED = 0xD0;
    private static final String DATABASE = "mysqlsmith_picture";
    private static final int ROUNDS = 3;
    private static final int STATEMENTS = 150;
    private static final String COLUMNS = "SELECT table_name, GROUP_CONCAT(column_name ORDER BY ordinal_position)"
            + " FROM information_schema.columns NATURAL JOIN information_schema.tables WHERE table_schema = '"
            + DATABASE + "' AND table_type = 'BASE TABLE' GROUP BY table_name";

    @Test
    void columnsAreWhatTheServerHas() {
        GeneratorTools tools = new GeneratorTools(
                new GeneratorSettings(Profile.named("ddl"), ServerVersion.parse("8.0.12"), DATABASE));
        try (Server server = Servers.start(ServerSpec.parse("mysql:8.0.12"))) {
            for (int round = 0; round < ROUNDS; round++) {
                StatementGenerator generator =
                        new StatementGenerator(tools, Choices.seeded(SEED).split(round));
                try (Session session = Session.open(server, Duration.ofSeconds(5))) {
                    run(generator, session);
                    if (session.isUsable()) {
                        assertThat(picture(generator))
                                .as("seed 0x%x, round %d", SEED, round)
                                .isEqualTo(columns(session));
                    }
                }
                server.reset();
            }
        }
    }

    private static void run(StatementGenerator generator, Session session) {
        for (int i = 0; i < STATEMENTS && session.isUsable(); i++) {
            GeneratedStatement statement = generator.next();
            generator.applied(statement, session.execute(statement.sql()).succeeded());
        }
        session.execute("UNLOCK TABLES");
        session.execute("ROLLBACK");
        session.execute("SET SESSION group_concat_max_len = 100000");
    }

    private static Map<String, String> picture(StatementGenerator generator) {
        Map<String, String> picture = new TreeMap<>();
        for (Table table : generator.schema().baseTables()) {
            if (!table.temporary()) {
                List<String> names = table.columns().stream().map(Column::name).toList();
                picture.put(table.name(), String.join(",", names));
            }
        }
        return picture;
    }

    private static Map<String, String> columns(Session session) {
        Outcome outcome = session.execute(COLUMNS);
        Map<String, String> columns = new TreeMap<>();
        ((Outcome.Rows) outcome).tables().get(0).rows().forEach(row -> columns.put(row.get(0), row.get(1)));
        return columns;
    }
}
