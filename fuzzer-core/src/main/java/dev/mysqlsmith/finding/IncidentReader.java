package dev.mysqlsmith.finding;

import dev.mysqlsmith.server.Evidence;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads out of what a server left behind what befell it. A hang is not in there: see {@link IncidentExaminer}. */
public final class IncidentReader {
    /** The strongest word comes first: an assertion's log also has a signal, and a sanitizer's report may have both. */
    private static final List<LogSign> SIGNS = List.of(
            new SanitizerSign(),
            new AssertionSign(),
            new InnodbAssertionSign(),
            new SignalSign(),
            new CorruptionSign());

    /** Of a server's own doing; any other comes from outside. */
    private static final Set<Integer> OWN_SIGNALS = Set.of(4, 5, 6, 7, 8, 11, 31);

    private static final int EXIT_OF_SIGNALS = 128;
    private static final int LAST_SIGNAL = 64;

    private IncidentReader() {}

    /** What befell the server. */
    public static Incident read(Evidence evidence) {
        List<String> lines = evidence.log().lines().toList();
        for (LogSign sign : SIGNS) {
            Optional<Incident.Failure> failure = sign.read(lines);
            if (failure.isPresent()) {
                return failure.get();
            }
        }
        return evidence.alive() ? new Incident.Nothing() : silentEnd(evidence, lines);
    }

    /** A server that is gone and whose log says nothing of why. */
    private static Incident silentEnd(Evidence evidence, List<String> lines) {
        if (evidence.endedByUs()) {
            return new Incident.ServerLost("ended by mysqlsmith");
        }
        if (evidence.outOfMemory()) {
            return new Incident.ServerLost("out of memory");
        }
        int signal = signal(evidence);
        if (OWN_SIGNALS.contains(signal)) {
            return new Incident.Failure(
                    new Signature(Kind.CRASH, "signal " + signal + " without a word in the log"), evidence.log());
        }
        if (signal != 0) {
            return new Incident.ServerLost("killed by signal " + signal);
        }
        return new Incident.ServerLost(exit(evidence, lines));
    }

    private static int signal(Evidence evidence) {
        Integer signal = evidence.signal();
        if (signal != null) {
            return signal;
        }
        Integer exit = evidence.exitCode();
        int code = exit == null ? 0 : exit;
        return code > EXIT_OF_SIGNALS && code <= EXIT_OF_SIGNALS + LAST_SIGNAL ? code - EXIT_OF_SIGNALS : 0;
    }

    private static String exit(Evidence evidence, List<String> lines) {
        if (evidence.exitCode() == null) {
            return "gone without a trace";
        }
        if (evidence.exitCode() == 0) {
            return "shut down";
        }
        String error = lines.stream().filter(line -> line.contains("[ERROR]")).reduce("", (before, line) -> line);
        return "exited with code " + evidence.exitCode()
                + (error.isEmpty() ? "" : ": " + LogSign.withoutNumbers(error.replaceFirst("^.*\\[ERROR\\]\\s*", "")));
    }
}
