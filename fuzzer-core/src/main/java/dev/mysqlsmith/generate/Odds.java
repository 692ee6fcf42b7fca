package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Candidates;
import dev.mysqlsmith.random.Choices;
import java.util.function.IntToDoubleFunction;

/** With which probability each of some candidates is taken. */
final class Odds {
    private final double[] sums;
    private final int last;

    private Odds(double[] sums, int last) {
        this.sums = sums;
        this.last = last;
    }

    /** In proportion to {@code weight} of the index; weights are not negative. */
    static Odds of(int count, IntToDoubleFunction weight) {
        double[] sums = new double[count];
        double sum = 0;
        int last = -1;
        for (int i = 0; i < count; i++) {
            double own = weight.applyAsDouble(i);
            if (own > 0) {
                sum += own;
                last = i;
            }
            sums[i] = sum;
        }
        return new Odds(sums, last);
    }

    /** By the profile alone. */
    static Odds of(Candidates candidates, Weights weights) {
        return of(candidates.size(), index -> weights.of(candidates.get(index)));
    }

    /** Whether none has a weight. */
    boolean areNone() {
        return last < 0;
    }

    /** An index, or -1 where none has a weight. */
    int pick(Choices choices) {
        if (last <= 0) {
            return last;
        }
        double point = choices.fraction() * sums[last];
        int index = 0;
        while (index < last && sums[index] <= point) {
            index++;
        }
        return index;
    }

    /** The same without that one. */
    Odds without(int index) {
        return of(sums.length, i -> i == index ? 0 : sums[i] - (i == 0 ? 0 : sums[i - 1]));
    }
}
