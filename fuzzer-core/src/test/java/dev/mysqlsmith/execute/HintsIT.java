package dev.mysqlsmith.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mysqlsmith.generate.GeneratorSettings;
import dev.mysqlsmith.generate.Profile;
import dev.mysqlsmith.generate.StatementGenerator;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.random.Choices;
import dev.mysqlsmith.server.Server;
import dev.mysqlsmith.server.ServerSpec;
import dev.mysqlsmith.server.Servers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hints that the grammar makes are read by a server of the version without a warning about their syntax. */
class HintsIT {
    private static final long SEED = 0x41A7;
    private static final int HINTS = 1_500;
    private static final String PROFILE = """
            include syntax
            weight statement/* 0
            weight statement/selectStatement 1
            option selectStatement/intoClause 0
            weight queryExpressionBody/* 0
            weight queryExpressionBody/querySpecification 1
            option querySpecification/optimizerHints 1
            weight optimizerHints/UNREADABLE_HINTS 0
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"mysql:5.7.22", "mysql:8.0.12"})
    void readByTheServer(String spec) throws IOException {
        Profile profile = Profile.load(Files.writeString(folder.resolve("hints.profile"), PROFILE));
        List<String> passedOver = new ArrayList<>();
        int asked = 0;
        try (Server server = Servers.start(ServerSpec.parse(spec));
                Session session = Session.open(server, Duration.ofSeconds(20))) {
            ServerVersion version = ServerVersion.parse(server.versionString());
            StatementGenerator generator =
                    new StatementGenerator(new GeneratorSettings(profile, version, "d"), Choices.seeded(SEED));
            while (asked < HINTS) {
                for (SyntaxTree.Node hints : hints(generator)) {
                    asked++;
                    String sql = "SELECT " + hints.sql() + " 1";
                    if (warnings(session, sql).contains("hint syntax error")) {
                        passedOver.add(sql);
                    }
                }
            }
        }
        assertThat(passedOver).as("seed 0x%x, %d hints", SEED, asked).isEmpty();
    }

    private static List<SyntaxTree.Node> hints(StatementGenerator generator) {
        var statement = generator.next();
        generator.applied(statement, true);
        List<SyntaxTree.Node> found = new ArrayList<>();
        collect(statement.tree(), found);
        return found;
    }

    private static void collect(SyntaxTree.Node node, List<SyntaxTree.Node> found) {
        if (node.is("optimizerHints")) {
            found.add(node);
        }
        for (SyntaxTree child : node.children()) {
            if (child instanceof SyntaxTree.Node inner) {
                collect(inner, found);
            }
        }
    }

    private static String warnings(Session session, String sql) {
        session.execute(sql);
        return session.execute("SHOW WARNINGS") instanceof Outcome.Rows rows
                ? rows.tables().get(0).rows().toString()
                : "";
    }
}
