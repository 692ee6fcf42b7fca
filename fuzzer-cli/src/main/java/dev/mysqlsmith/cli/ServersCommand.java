package dev.mysqlsmith.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mysqlsmith.server.Server;
import dev.mysqlsmith.server.ServerEndpoint;
import dev.mysqlsmith.server.ServerSpec;
import dev.mysqlsmith.server.Servers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists, fetches and starts servers, and empties the cache. */
@Parameters
final class ServersCommand extends Command {
    private static final List<String> ACTIONS = List.of("list", "fetch", "start", "cache");
    private static final long BETWEEN_LOOKS_MILLIS = 500;

    @Parameter(description = "ACTION [SERVER]")
    private List<String> operands = new ArrayList<>();

    @Parameter(names = "--clean", order = 1, description = "With cache: remove all that was fetched and unpacked")
    private boolean clean;

    @Override
    int run(Console console) throws Exception {
        if (operands.isEmpty()) {
            throw new UsageException("servers: no action; expected list, fetch SERVER, start SERVER or cache --clean");
        }
        String action = operands.get(0);
        if (!ACTIONS.contains(action)) {
            throw new UsageException(
                    "servers: '" + action + "' is no action; expected list, fetch SERVER, start SERVER or"
                            + " cache --clean" + NearestName.hint(action, ACTIONS));
        }
        return switch (action) {
            case "list" -> list(console);
            case "fetch" -> fetch(server(), console);
            case "start" -> start(server(), console);
            default -> cache(console);
        };
    }

    private int list(Console console) {
        expectOperands(1, "list");
        Servers.known().forEach(spec -> console.out().println(spec));
        return ExitCode.RAN;
    }

    private static int fetch(ServerSpec spec, Console console) {
        try (ServerSteps steps = new ServerSteps(console)) {
            Servers.fetch(spec, steps);
        }
        console.out().println(spec + " is in the cache");
        return ExitCode.RAN;
    }

    private static int start(ServerSpec spec, Console console) throws InterruptedException, JsonProcessingException {
        try (Server server = started(spec, console)) {
            console.out().println(json(server.endpoint()));
            console.out().flush();
            console.tell(server.versionString() + " runs; Ctrl-C ends it");
            while (server.isAlive()) {
                Thread.sleep(
                        BETWEEN_LOOKS_MILLIS); // Ctrl-C ends the process; closing is a shutdown hook of the server's
            }
            throw new dev.mysqlsmith.server.ServerException("server " + spec + " ended by itself; its error log was "
                    + server.endpoint().errorLog());
        }
    }

    private static Server started(ServerSpec spec, Console console) {
        try (ServerSteps steps = new ServerSteps(console)) {
            return Servers.start(spec, steps);
        }
    }

    private int cache(Console console) {
        expectOperands(1, "cache --clean");
        if (!clean) {
            throw new UsageException(
                    "servers cache: expected --clean, which removes all that was fetched and unpacked");
        }
        Servers.cleanCache();
        console.out().println("the cache is empty");
        return ExitCode.RAN;
    }

    private ServerSpec server() {
        expectOperands(2, operands.get(0) + " SERVER");
        return Values.read(operands.get(1), ServerSpec::parse);
    }

    private void expectOperands(int count, String form) {
        if (operands.size() != count) {
            throw new UsageException("servers: expected servers " + form + ", got '" + String.join(" ", operands)
                    + "'; servers list shows what can be fetched");
        }
    }

    private static String json(ServerEndpoint endpoint) throws JsonProcessingException {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("jdbcUrl", endpoint.jdbcUrl());
        fields.put("socket", text(endpoint.socket()));
        fields.put("pid", endpoint.pid());
        fields.put("dataDir", text(endpoint.dataDir()));
        fields.put("errorLog", text(endpoint.errorLog()));
        return new ObjectMapper().writeValueAsString(fields);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    @Override
    String operands() {
        return "list | fetch SERVER | start SERVER | cache --clean";
    }

    @Override
    String epilogue() {
        return """
                start prints one line of JSON: {"jdbcUrl", "socket", "pid", "dataDir", "errorLog"}, and runs until Ctrl-C.
                The cache is ~/.cache/mysqlsmith, or what MYSQLSMITH_CACHE names.
                """;
    }
}
