package dev.mysqlsmith.generate;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Which alternatives, optional parts and repetitions of the grammar a generated statement took, each once: what feedback
 * about the statement is about. Their numbers are below {@link GeneratorTools#choiceCount}.
 */
public final class UsedChoices {
    /** Of a statement that was not chosen. */
    static final int NO_KIND = -1;

    private final int kind;
    private final int[] ids;

    UsedChoices(int kind, int[] ids) {
        this.kind = kind;
        this.ids = ids;
    }

    /** The number of the choice of the statement's kind, the first of all; negative where nothing was chosen. */
    public int kind() {
        return kind;
    }

    /** Nothing was chosen. */
    public static UsedChoices none() {
        return new UsedChoices(NO_KIND, new int[0]);
    }

    /** Calls {@code visitor} on each number. */
    public void forEach(IntConsumer visitor) {
        for (int id : ids) {
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
