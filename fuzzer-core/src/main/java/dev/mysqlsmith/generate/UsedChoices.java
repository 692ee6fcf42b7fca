package dev.mysqlsmith.generate;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Which alternatives, optional parts and repetitions of the grammar a generated statement took, each once: what feedback
 * about the statement is about. Their numbers are below {@link GeneratorTools#choiceCount}.
 */
public final class UsedChoices {
    private final int[] ids;

    /** Each once, in their order; null until somebody asks, since few statements are asked about. */
    private int @Nullable [] distinct;

    /** @param ids in the order of the choices; some may come again */
    UsedChoices(int[] ids) {
        this.ids = ids;
    }

    /** Those choices; the first is the statement's kind. */
    public static UsedChoices of(int... ids) {
        return new UsedChoices(ids.clone());
    }

    /** The number of the choice of the statement's kind, the first of all; negative where nothing was chosen. */
    public int kind() {
        return ids.length == 0 ? -1 : ids[0];
    }

    /** Nothing was chosen. */
    public static UsedChoices none() {
        return new UsedChoices(new int[0]);
    }

    /** Calls {@code visitor} on each number, in their order. */
    public void forEach(IntConsumer visitor) {
        if (distinct == null) {
            distinct = Arrays.stream(ids).sorted().distinct().toArray();
        }
        for (int id : distinct) {
            visitor.accept(id);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UsedChoices that && Arrays.equals(ids, that.ids);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ids);
    }

    @Override
    public String toString() {
        return Arrays.toString(ids);
    }
}
