package dev.mysqlsmith.verify;

import dev.mysqlsmith.execute.Outcome;
import java.util.List;

/**
 * How often a failure came back on fresh servers.
 *
 * @param hits runs that showed the same signature
 * @param runs all runs
 * @param outcomes of the last run that showed it, one a statement up to the failure
 * @param log the server's error log of the last run that showed it; empty where none did
 * @param evidence the lines that prove it, of the same run
 */
public record Confirmation(int hits, int runs, List<Outcome> outcomes, String log, String evidence) {
    public Confirmation {
        outcomes = List.copyOf(outcomes);
    }

    /** One number a statement: the error that it gave, 0 for none. */
    public List<Integer> errors() {
        return Replay.errors(outcomes);
    }

    /** From 0 to 1. */
    public double rate() {
        return runs == 0 ? 0 : (double) hits / runs;
    }

    /** Whether every run showed it. */
    public boolean isCertain() {
        return runs > 0 && hits == runs;
    }
}
