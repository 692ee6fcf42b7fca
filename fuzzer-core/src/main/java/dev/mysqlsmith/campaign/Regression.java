package dev.mysqlsmith.campaign;

import dev.mysqlsmith.generate.UsedChoices;
import dev.mysqlsmith.random.Choices;
import java.util.Arrays;

/**
 * Which choices make something happen to their statements: a logistic regression that learns from one statement after the
 * other, by an extended Kalman filter with a diagonal covariance. A choice gets credit only for what the others of its
 * statement do not explain, and none for what is usual for the statement's kind. Mathematics is strict, so that all
 * machines learn the same.
 */
final class Regression {
    /** How often it happens to a kind of statement is believed to be anything. */
    private static final double ANYTHING = 3;

    /** Of what is believed at first so much comes back with each use: what was new is not for ever. */
    private static final double FORGOTTEN = 1e-4;

    /** Draws are that much nearer to the mean than what is known would allow: less is tried for its own sake. */
    private static final double CURIOSITY = 0.5;

    private final double believed;
    private final double[] means;
    private final double[] variances;

    /**
     * @param count how many choices there are
     * @param believed the variance of a choice's effect before anything is known, in logarithms of odds: most have none
     */
    Regression(int count, double believed) {
        this.believed = believed;
        means = new double[count];
        variances = new double[count];
        Arrays.fill(variances, believed);
    }

    /** A statement with these choices has run, and it has happened or not. */
    void learn(UsedChoices used, boolean happened) {
        int kind = used.kind();
        if (kind >= 0 && variances[kind] == believed) {
            variances[kind] = ANYTHING;
        }
        double[] sums = new double[2];
        used.forEach(id -> {
            sums[0] += means[id];
            sums[1] += variances[id];
        });
        double probability = 1 / (1 + StrictMath.exp(-sums[0]));
        double curvature = probability * (1 - probability);
        double step = ((happened ? 1 : 0) - probability) / (1 + curvature * sums[1]);
        double certainty = curvature / (1 + curvature * sums[1]);
        used.forEach(id -> {
            means[id] += variances[id] * step;
            double smaller = variances[id] - variances[id] * variances[id] * certainty;
            variances[id] = smaller + FORGOTTEN * ((id == kind ? ANYTHING : believed) - smaller);
        });
    }

    /** Whether there was a statement with that choice. */
    boolean knows(int id) {
        return variances[id] != believed;
    }

    /** By how much that choice raises the logarithm of the odds, as far as it is known: Thompson's draw. */
    double draw(int id, Choices choices) {
        return means[id] + CURIOSITY * StrictMath.sqrt(variances[id]) * normal(choices);
    }

    /** By the method of Box and Muller. */
    private static double normal(Choices choices) {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - choices.fraction()));
        return radius * StrictMath.cos(2 * StrictMath.PI * choices.fraction());
    }

    /** Forgets digits that say nothing, so that what is written down is short and still all that is known. */
    void round() {
        for (int id = 0; id < means.length; id++) {
            means[id] = StrictMath.rint(means[id] * 1e5) / 1e5;
            variances[id] = StrictMath.rint(variances[id] * 1e5) / 1e5;
        }
    }

    double mean(int id) {
        return means[id];
    }

    double variance(int id) {
        return variances[id];
    }

    /** What was known of a choice. */
    void restore(int id, double mean, double variance) {
        means[id] = mean;
        variances[id] = variance;
    }
}
