package dev.mysqlsmith.random;

import java.util.List;

/**
 * A stream of random choices. The same seed gives the same choices on any machine and any Java version: the generator is
 * SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, OOPSLA 2014), written out here. Not
 * thread-safe: each stream has one owner.
 */
public final class Choices {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private final long seed;
    private long state;

    private Choices(long seed) {
        this.seed = seed;
        this.state = seed;
    }

    /** The stream of that seed. */
    public static Choices seeded(long seed) {
        return new Choices(mix(seed + GOLDEN_GAMMA));
    }

    /** A stream that depends on this one's seed and {@code label} only, not on what was drawn so far. */
    public Choices split(long label) {
        return new Choices(mix(seed ^ mix(label * GOLDEN_GAMMA + 0x632BE59BD9B4E019L)));
    }

    /** All 64 bits, uniform. */
    public long bits() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** Uniform in 0 to {@code bound - 1}. */
    public int below(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound " + bound + ": expected at least 1");
        }
        return (int) (((bits() >>> 32) * bound) >>> 32);
    }

    /** Uniform in {@code low} to {@code high}, both included. */
    public int between(int low, int high) {
        return low + below(high - low + 1);
    }

    /** Uniform in 0 (included) to 1 (excluded). */
    public double fraction() {
        return (bits() >>> 11) * 0x1.0p-53;
    }

    /** True with that probability. */
    public boolean chance(double probability) {
        return fraction() < probability;
    }

    /** One of them, uniform; {@code options} must not be empty. */
    public <T> T pick(List<T> options) {
        return options.get(below(options.size()));
    }

    /** One of them, uniform. */
    @SafeVarargs
    public final <T> T oneOf(T... options) {
        return options[below(options.length)];
    }

    /** An index, with a probability in proportion to its weight; the weights are not negative, and one is positive. */
    public int weighted(double[] weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double point = fraction() * total;
        int last = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                last = i;
                point -= weights[i];
                if (point < 0) {
                    return i;
                }
            }
        }
        return last;
    }

    /** 0 with probability {@code 1 - more}, 1 with {@code (1 - more) * more}, and so on, at most {@code most}. */
    public int geometric(double more, int most) {
        int count = 0;
        while (count < most && chance(more)) {
            count++;
        }
        return count;
    }

    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }
}
