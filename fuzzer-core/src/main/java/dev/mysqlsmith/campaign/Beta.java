package dev.mysqlsmith.campaign;

import dev.mysqlsmith.random.Choices;

/**
 * Draws from Beta distributions, by two Gamma ones (Marsaglia, Tsang: A Simple Method for Generating Gamma Variables, ACM
 * TOMS 2000). Mathematics is strict, so that all machines draw the same.
 */
final class Beta {
    private Beta() {}

    /** A probability; the more of both, the nearer it is to {@code successes / (successes + failures)}. Both are positive. */
    static double draw(double successes, double failures, Choices choices) {
        double a = gamma(successes, choices);
        double b = gamma(failures, choices);
        return a + b == 0 ? 0.5 : a / (a + b);
    }

    private static double gamma(double shape, Choices choices) {
        if (shape < 1) {
            return gamma(shape + 1, choices) * StrictMath.pow(1 - choices.fraction(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / StrictMath.sqrt(9 * d);
        while (true) {
            double x = normal(choices);
            double v = 1 + c * x;
            if (v > 0) {
                v = v * v * v;
                if (StrictMath.log(1 - choices.fraction()) < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) {
                    return d * v;
                }
            }
        }
    }

    private static double normal(Choices choices) {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - choices.fraction()));
        return radius * StrictMath.cos(2 * StrictMath.PI * choices.fraction());
    }
}
