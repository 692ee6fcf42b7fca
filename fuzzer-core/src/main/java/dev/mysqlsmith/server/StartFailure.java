package dev.mysqlsmith.server;

import java.util.List;
import java.util.stream.Collectors;

/** Why a server did not start, as its log tells it. */
final class StartFailure {

    private static final int LINES = 8;

    private StartFailure() {}

    static ServerException of(Basedir base, RunFolder folder, ServerProcess process, String what) {
        String end = process.isAlive()
                ? "it still runs"
                : process.signal() != null ? "signal " + process.signal() : "exit code " + process.exitCode();
        return new ServerException(
                "server '" + base.name() + "': " + what + " (" + end + "); its log says: " + errors(folder));
    }

    static boolean isPortTaken(RunFolder folder) {
        String log = ErrorLog.read(folder.log());
        return log.contains("Address already in use") || log.contains("another mysqld server running on port");
    }

    /** The error lines, or the last lines where there are none. */
    private static String errors(RunFolder folder) {
        List<String> lines = ErrorLog.read(folder.log())
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
        List<String> errors = lines.stream()
                .filter(line -> line.contains("[ERROR]") || line.contains("error while loading shared libraries"))
                .limit(LINES)
                .toList();
        List<String> shown = errors.isEmpty() ? lines.subList(Math.max(0, lines.size() - LINES), lines.size()) : errors;
        return shown.isEmpty() ? "nothing" : shown.stream().collect(Collectors.joining("\n  ", "\n  ", ""));
    }
}
