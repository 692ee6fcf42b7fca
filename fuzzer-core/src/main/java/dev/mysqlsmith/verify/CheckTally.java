package dev.mysqlsmith.verify;

import dev.mysqlsmith.finding.Incident;
import dev.mysqlsmith.finding.Kind;
import dev.mysqlsmith.finding.Signature;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts what the runs on one server showed. */
final class CheckTally {
    private final String server;
    private final CheckRequest request;
    private final Map<Signature, Integer> seen = new LinkedHashMap<>();
    private String version = "";
    private String rejection = "";
    private int runs;
    private int errors;
    private String extent = "";
    private String divergence = "";

    CheckTally(String server, CheckRequest request) {
        this.server = server;
        this.request = request;
    }

    void version(String versionString) {
        version = versionString;
    }

    int runs() {
        return runs;
    }

    void count(Replay replay) {
        runs++;
        if (replay.incident() instanceof Incident.Failure failure) {
            divergence = failure.signature().kind() == Kind.WRONG_RESULT
                    ? "; " + failure.evidence().lines().findFirst().orElse("")
                    : divergence;
            seen.merge(failure.signature(), 1, Integer::sum);
        }
        extent = replay.extent().isEmpty() ? "" : "; " + replay.extent();
        rejection = Checker.rejection(replay);
        errors = (int) replay.errors().stream().filter(code -> code != 0).count();
    }

    CheckResult couldNotRun(String reason) {
        return new CheckResult(server, version, CheckVerdict.COULD_NOT_RUN, runs, 0, null, reason);
    }

    CheckResult result() {
        Signature wanted = mostFrequent(true);
        if (wanted != null) {
            return failed(CheckVerdict.TRIGGERED, wanted);
        }
        Signature other = mostFrequent(false);
        if (other != null) {
            return failed(CheckVerdict.OTHER, other);
        }
        if (!rejection.isEmpty()) {
            return couldNotRun(rejection);
        }
        String detail = "nothing failed in " + runs + " runs; " + errors + " of "
                + request.history().size() + " statements gave an error" + extent;
        return new CheckResult(server, version, CheckVerdict.NOT_TRIGGERED, runs, 0, null, detail);
    }

    private CheckResult failed(CheckVerdict verdict, Signature signature) {
        int hits = seen.entrySet().stream()
                .filter(entry -> verdict == CheckVerdict.OTHER || request.isExpected(entry.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
        String more = seen.size() > 1 ? "; also seen: " + others(signature) : "";
        String detail = signature + " in " + hits + " of " + runs + " runs" + more
                + (signature.kind() == Kind.WRONG_RESULT ? divergence : "");
        return new CheckResult(server, version, verdict, runs, hits, signature, detail);
    }

    private String others(Signature signature) {
        return seen.keySet().stream()
                .filter(other -> !other.equals(signature))
                .map(Signature::toString)
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
    }

    private @Nullable Signature mostFrequent(boolean expected) {
        return seen.entrySet().stream()
                .filter(entry -> !expected || request.isExpected(entry.getKey()))
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(null);
    }
}
