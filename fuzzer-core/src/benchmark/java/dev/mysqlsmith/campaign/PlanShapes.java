package dev.mysqlsmith.campaign;

import dev.mysqlsmith.execute.Outcome;
import dev.mysqlsmith.execute.Session;
import dev.mysqlsmith.generate.GeneratedStatement;
import dev.mysqlsmith.generate.GeneratorSettings;
import dev.mysqlsmith.generate.GeneratorTools;
import dev.mysqlsmith.generate.StatementGenerator;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.random.Choices;
import dev.mysqlsmith.server.Server;
import dev.mysqlsmith.server.ServerSpec;
import dev.mysqlsmith.server.Servers;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;

/** How many different plan shapes the SELECTs of a profile have on one schema. */
final class PlanShapes {
    private static final String DATABASE = "shapes";
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final Server server;
    private final PlanReader reader;
    private Session session;
    private final Set<Long> shapes = new HashSet<>();
    private int selects;
    private int failed;

    private PlanShapes(Server server, PlanReader reader) {
        this.server = server;
        this.reader = reader;
        this.session = Session.open(server, TIMEOUT);
    }

    /** Arguments: server, profile, number of SELECTs, seed. */
    public static void main(String[] arguments) {
        ServerSpec spec = ServerSpec.parse(arguments.length > 0 ? arguments[0] : "mysql:8.0.33");
        String profile = arguments.length > 1 ? arguments[1] : "default";
        int wanted = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 2_000;
        long seed = arguments.length > 3 ? Long.parseLong(arguments[3]) : 1;
        try (Server server = Servers.start(spec)) {
            ServerVersion version = ServerVersion.parse(server.versionString());
            GeneratorTools tools = new GeneratorTools(new GeneratorSettings(Profiles.of(profile), version, DATABASE));
            Choices choices = Choices.seeded(seed);
            PlanShapes counted =
                    new PlanShapes(server, new PlanReader(server.versionString(), false, choices.split(1), true));
            counted.run(new StatementGenerator(tools, choices.split(0)), wanted);
            System.out.printf(
                    Locale.ROOT,
                    "%d SELECTs of profile %s, seed %d: %d plan shapes, %d had no plan%n",
                    counted.selects,
                    profile,
                    seed,
                    counted.shapes.size(),
                    counted.failed);
            counted.session.close();
        }
    }

    /** Tables and rows are made first; from the first SELECT on nothing is sent that changes the schema. */
    private void run(StatementGenerator generator, int wanted) {
        while (selects < wanted) {
            if (!session.isUsable()) { // EXPLAIN crashes servers, too: the data is there when they come back
                server.restart();
                session = Session.open(server, DATABASE, TIMEOUT);
            }
            GeneratedStatement statement = generator.next();
            boolean select = statement.kind().equals("SELECT");
            if (select) {
                explain(statement);
            }
            boolean sent = !select && (selects == 0 || !generator.awaitsOutcome());
            generator.applied(statement, sent && session.execute(statement.sql()).succeeded());
        }
    }

    private void explain(GeneratedStatement query) {
        selects++;
        Outcome answer = session.execute(reader.explain(query.sql()));
        OptionalLong shape = reader.shape(answer);
        if (shape.isPresent()) {
            shapes.add(shape.getAsLong());
        } else {
            failed++;
        }
    }
}
