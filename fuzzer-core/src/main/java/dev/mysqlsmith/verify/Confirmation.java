package dev.mysqlsmith.verify;

import java.util.List;

/**
 * How often a failure came back on fresh servers.
 *
 * @param hits runs that showed the same signature
 * @param runs all runs
 * @param errors of the last run that showed it, one number a statement: the error that it gave, 0 for none
 * @param log the server's error log of the last run that showed it; empty where none did
 * @param evidence the lines that prove it, of the same run
 */
public record Confirmation(int hits, int runs, List<Integer> errors, String log, String evidence) {
    public Confirmation {
        errors = List.copyOf(errors);
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
