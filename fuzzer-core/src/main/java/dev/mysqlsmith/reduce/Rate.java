package dev.mysqlsmith.reduce;

/**
 * How often a failure came back.
 *
 * @param hits runs that showed it
 * @param runs all runs
 */
public record Rate(int hits, int runs) {
    /** So many runs in a row that show a failure make it one that always comes back. */
    static final int CERTAIN = 3;

    /** What is known well enough: more hits would tell little more. */
    private static final int ENOUGH_HITS = 10;

    private static final int MOST_RUNS = 100;
    private static final double Z = 1.2816; // one-sided, 90 %

    /** Whether every run showed it. */
    public boolean isCertain() {
        return hits == runs;
    }

    /** From 0 to 1. */
    public double value() {
        return runs == 0 ? 0 : (double) hits / runs;
    }

    Rate with(boolean hit) {
        return new Rate(hits + (hit ? 1 : 0), runs + 1);
    }

    /** Whether it is taken for certain for now, or more runs are not worth their time. */
    boolean isKnown() {
        return (isCertain() && hits >= CERTAIN) || isWellKnown();
    }

    /** Whether more runs are not worth their time, even where there is a reason to doubt that it is certain. */
    boolean isWellKnown() {
        return hits >= ENOUGH_HITS || runs >= MOST_RUNS;
    }

    /**
     * How many runs miss the failure all of them with that probability at most. One for a certain failure; else by the lower
     * bound of Wilson's interval, since a rate that is taken for too high would let the search miss what fails.
     */
    public int runsToSee(double missed) {
        return isCertain() ? 1 : (int) Math.ceil(Math.log(missed) / Math.log1p(-lowerBound()));
    }

    private double lowerBound() {
        double z = Z * Z;
        double center = value() + z / (2 * runs);
        double margin = Z * Math.sqrt(value() * (1 - value()) / runs + z / (4.0 * runs * runs));
        return (center - margin) / (1 + z / runs);
    }

    /** As people read it: {@code 9 of 41 runs}. */
    @Override
    public String toString() {
        return hits + " of " + runs + " runs";
    }
}
