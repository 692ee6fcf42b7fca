package dev.mysqlsmith.campaign;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.mysqlsmith.generate.UsedChoices;
import dev.mysqlsmith.random.Choices;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * What is known of each choice of the grammar, and the factors of its weights that follow by Thompson sampling: a choice
 * counts more the more it makes plans new, and less the more it makes statements fail.
 */
final class Arms {
    /**
     * What is known of one choice; in files a row in this order.
     *
     * @param kind whether it is a kind of statements
     * @param news by how much it raises the logarithm of the odds that a plan is new, {@code newsVariance} how unsure that is
     * @param failures by how much it raises the logarithm of the odds that a statement fails, likewise
     */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    record Arm(
            int id,
            boolean kind,
            double news,
            double newsVariance,
            double failures,
            double failuresVariance,
            double factor) {}

    private static final double NEWS_BELIEVED = 0.05;

    /** Few choices fail, but those mostly fail for sure. */
    private static final double FAILURES_BELIEVED = 0.3;

    private static final double LIKE = 3;
    private static final double DISLIKE = 3.5;
    private static final double LEAST = 0.25;
    private static final double MOST = 4;
    private static final double LEAST_VALID = 0.05;

    private final Regression news;
    private final Regression failures;
    private final double[] factors;
    private final BitSet kinds = new BitSet();

    /** @param count how many choices there are */
    Arms(int count) {
        news = new Regression(count, NEWS_BELIEVED);
        failures = new Regression(count, FAILURES_BELIEVED);
        factors = new double[count];
        Arrays.fill(factors, 1);
    }

    /** The plan of a query that has run was seen. */
    void planned(UsedChoices used, boolean isNew) {
        news.learn(used, isNew);
    }

    /** A statement has run. */
    void ran(UsedChoices used, boolean failed) {
        if (used.kind() >= 0) {
            kinds.set(used.kind());
        }
        failures.learn(used, failed);
    }

    /** Draws new factors. Kinds of statements differ in how often they fail, which is no reason to send other kinds. */
    double[] draw(Choices choices) {
        for (int id = 0; id < factors.length; id++) {
            if (!kinds.get(id) && (news.knows(id) || failures.knows(id))) {
                factors[id] = rounded(liking(id, choices) * validity(id, choices));
            }
        }
        news.round();
        failures.round();
        return factors.clone();
    }

    private double liking(int id, Choices choices) {
        return news.knows(id) ? bounded(StrictMath.exp(LIKE * news.draw(id, choices)), LEAST, MOST) : 1;
    }

    private double validity(int id, Choices choices) {
        return failures.knows(id) ? bounded(StrictMath.exp(-DISLIKE * failures.draw(id, choices)), LEAST_VALID, 1) : 1;
    }

    private static double bounded(double value, double least, double most) {
        return Math.max(least, Math.min(most, value));
    }

    private static double rounded(double factor) {
        return StrictMath.rint(factor * 1000) / 1000;
    }

    /** Whatever is known, so that a resumed campaign can go on with it. */
    List<Arm> all() {
        List<Arm> all = new ArrayList<>();
        for (int id = 0; id < factors.length; id++) {
            if (news.knows(id) || failures.knows(id)) {
                all.add(new Arm(
                        id,
                        kinds.get(id),
                        news.mean(id),
                        news.variance(id),
                        failures.mean(id),
                        failures.variance(id),
                        factors[id]));
            }
        }
        return all;
    }

    /** Goes on from what was known; the factors as they were. */
    double[] restore(List<Arm> known) {
        for (Arm arm : known) {
            if (arm.id() >= 0 && arm.id() < factors.length) {
                news.restore(arm.id(), arm.news(), arm.newsVariance());
                failures.restore(arm.id(), arm.failures(), arm.failuresVariance());
                factors[arm.id()] = arm.factor();
                kinds.set(arm.id(), arm.kind());
            }
        }
        return factors.clone();
    }
}
