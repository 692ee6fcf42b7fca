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
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A real server takes each signature of functions.txt, called with constants of the types that it says. */
class FunctionTableIT {
    private static final int CALLS = 6;
    private static final Map<Type, List<String>> VALUES = Map.of(
            Type.BOOLEAN, List.of("TRUE", "0"),
            Type.NUMBER, List.of("3", "2.5", "-1"),
            Type.BYTES, List.of("x'4142'", "'ab'"),
            Type.TEMPORAL, List.of("'2020-02-29'", "TIMESTAMP '2020-02-29 01:02:03'"),
            Type.ANY, List.of("1", "'a'", "DATE '2020-01-01'"));

    @Test
    void eachSignatureIsTaken() {
        List<String> refused = new ArrayList<>();
        try (Server server = Servers.start(ServerSpec.parse("mysql:8.0.12"));
                Session session = Session.open(server, "mysql", Duration.ofSeconds(5))) {
            ServerVersion version = ServerVersion.parse(server.versionString());
            Choices choices = Choices.seeded(0xF5);
            Values values = new Values(version);
            for (FunctionTable.Function function :
                    FunctionTable.read(version, FunctionCatalog.UNASKED).all()) {
                int taken = 0;
                String last = "";
                for (int i = 0; i < CALLS; i++) {
                    String sql = call(function, values, choices);
                    Outcome outcome = session.execute(sql);
                    taken += outcome.succeeded() ? 1 : 0;
                    last = outcome.succeeded() ? last : sql + ": " + outcome;
                }
                if (taken < CALLS / 2) {
                    refused.add(last);
                }
            }
        }
        assertThat(refused).isEmpty();
    }

    private static String call(FunctionTable.Function function, Values values, Choices choices) {
        Type one = choices.oneOf(Type.NUMBER, Type.STRING);
        List<String> arguments = new ArrayList<>();
        for (FunctionTable.Parameter parameter : function.arguments(choices)) {
            Type type = parameter.isGeneric() ? one : parameter.type();
            List<String> typed = type == null ? null : VALUES.get(type);
            if (typed != null) {
                arguments.add(choices.pick(typed));
            } else if (type != null && type.isSpatial()) {
                arguments.add(values.constant(Kinds.spatialForm(type, choices), choices));
            } else {
                arguments.add(values.constant(type == null ? parameter.kind() : type.word(), choices));
            }
        }
        return "SELECT " + function.name() + "(" + String.join(", ", arguments) + ")";
    }
}
