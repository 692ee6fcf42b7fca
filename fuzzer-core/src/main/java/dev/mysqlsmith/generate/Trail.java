package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Alternative;
import java.util.Arrays;

/** The choices of the statement under construction, as far as they still stand. */
final class Trail {
    private final int alternatives;
    private int[] ids = new int[256];
    private int size;

    /** @param alternatives how many the grammar has; the numbers of other decisions come behind theirs */
    Trail(int alternatives) {
        this.alternatives = alternatives;
    }

    void took(Alternative alternative) {
        add(alternative.id());
    }

    /** An optional part is there, or a repetition goes on. */
    void took(int decision) {
        add(alternatives + decision);
    }

    /** How far it has come, for {@link #backTo}. */
    int mark() {
        return size;
    }

    /** Forgets what was chosen since then. */
    void backTo(int mark) {
        size = mark;
    }

    /** What stands. */
    UsedChoices used() {
        return new UsedChoices(Arrays.copyOf(ids, size));
    }

    private void add(int id) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, 2 * size);
        }
        ids[size++] = id;
    }
}
