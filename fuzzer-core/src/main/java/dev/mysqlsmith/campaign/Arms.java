package dev.mysqlsmith.campaign;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.mysqlsmith.generate.UsedChoices;
import dev.mysqlsmith.random.Choices;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is known of each choice of the grammar, and the factors of its weights that follow by Thompson sampling: a choice
 * counts more the likelier a query with it has a plan of a new shape, and less the likelier a statement with it fails.
 */
final class Arms {
    /**
     * What is known of one choice; in files a row of numbers in this order.
     *
     * @param plans how many queries with it had their plan seen, {@code news} of these were new
     * @param sent how many statements with it have run, {@code failed} of these failed
     * @param expected how many would have failed were it as usual for their kind, in thousandths
     */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    record Arm(int id, int plans, int news, int sent, int failed, int expected, double factor) {}

    /** As many plans without news at the usual rate are believed of a choice before there is any. */
    private static final double BELIEF = 6;

    private static final double LEAST = 0.25;
    private static final double MOST = 5;
    private static final double LEAST_VALID = 0.05;

    /** A failure costs more than a plan that is not new: most statements succeed, and are to. */
    private static final double DISLIKE = 10;

    private static final double LIKE = 2;
    private static final int LONG_AGO = 4_000;

    private final int[] plans;
    private final int[] news;
    private final int[] sent;
    private final int[] failed;
    private final int[] expected;
    private final double[] factors;
    private int allPlans;
    private int allNews;

    /** @param count how many choices there are */
    Arms(int count) {
        plans = new int[count];
        news = new int[count];
        sent = new int[count];
        failed = new int[count];
        expected = new int[count];
        factors = new double[count];
        Arrays.fill(factors, 1);
    }

    /** A query's plan was seen. */
    void planned(UsedChoices used, boolean isNew) {
        allPlans++;
        allNews += isNew ? 1 : 0;
        used.forEach(id -> {
            plans[id]++;
            news[id] += isNew ? 1 : 0;
        });
    }

    /** A statement has run; {@code weight} is 0 where it succeeded, and more than 1 where it cost much. */
    void ran(UsedChoices used, int weight) {
        int kind = used.kind();
        int times = Math.max(1, weight);
        int usual = kind < 0 || sent[kind] == 0 ? 0 : (int) (1000L * times * failed[kind] / sent[kind]);
        used.forEach(id -> {
            sent[id] += times;
            failed[id] += weight;
            expected[id] += usual;
        });
    }

    /** Draws new factors. */
    double[] draw(Choices choices) {
        double usual = (allNews + 1.0) / (allPlans + 2.0);
        for (int id = 0; id < factors.length; id++) {
            if (sent[id] > 0) {
                factors[id] = rounded(novelty(id, usual, choices) * validity(id, choices));
            }
        }
        forgetOldNews();
        return factors.clone();
    }

    private double novelty(int id, double usual, Choices choices) {
        if (plans[id] == 0) {
            return 1;
        }
        double drawn = Beta.draw(news[id] + BELIEF * usual, plans[id] - news[id] + BELIEF * (1 - usual), choices);
        return Math.max(LEAST, Math.min(MOST, StrictMath.pow(drawn / usual, LIKE)));
    }

    /** Kinds of statements differ in how often they fail, which is no reason to send other kinds. */
    private double validity(int id, Choices choices) {
        double usualFailed = Math.min(0.9, (expected[id] / 1000.0 + 0.05) / (sent[id] + 1));
        double drawn = Beta.draw(
                sent[id] - failed[id] + BELIEF * (1 - usualFailed), failed[id] + BELIEF * usualFailed, choices);
        return Math.max(LEAST_VALID, Math.min(1, StrictMath.pow(drawn / (1 - usualFailed), DISLIKE)));
    }

    /** What was new at first says little of what is new now. */
    private void forgetOldNews() {
        if (allPlans > LONG_AGO) {
            allPlans /= 2;
            allNews /= 2;
            for (int id = 0; id < plans.length; id++) {
                news[id] /= 2;
                plans[id] = Math.max(news[id], plans[id] / 2);
            }
        }
    }

    private static double rounded(double factor) {
        return StrictMath.rint(factor * 1000) / 1000;
    }

    /** Whatever is known, so that a resumed campaign can go on with it; the totals are arm -1. */
    List<Arm> all() {
        List<Arm> all = new ArrayList<>();
        all.add(new Arm(-1, allPlans, allNews, 0, 0, 0, 1));
        for (int id = 0; id < factors.length; id++) {
            if (sent[id] > 0) {
                all.add(new Arm(id, plans[id], news[id], sent[id], failed[id], expected[id], factors[id]));
            }
        }
        return all;
    }

    /** Goes on from what was known; the factors as they were. */
    double[] restore(List<Arm> known) {
        for (Arm arm : known) {
            if (arm.id() < 0) {
                allPlans = arm.plans();
                allNews = arm.news();
            } else if (arm.id() < factors.length) {
                plans[arm.id()] = arm.plans();
                news[arm.id()] = arm.news();
                sent[arm.id()] = arm.sent();
                failed[arm.id()] = arm.failed();
                expected[arm.id()] = arm.expected();
                factors[arm.id()] = arm.factor();
            }
        }
        return factors.clone();
    }
}
