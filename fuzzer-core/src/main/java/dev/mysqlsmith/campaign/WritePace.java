package dev.mysqlsmith.campaign;

/** When the statistics of a campaign are written again: at each turn at first, then as far apart as a part of the campaign's time. */
final class WritePace {
    private static final double PART = 1.0 / 500;

    private double due;

    /** Whether it is time, after so many seconds of the campaign; if so, the next time is later. */
    boolean isDue(double seconds) {
        boolean isDue = seconds >= due;
        if (isDue) {
            due = seconds * (1 + PART);
        }
        return isDue;
    }
}
