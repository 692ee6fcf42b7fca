package dev.mysqlsmith.generate;

import java.util.Arrays;

/** What a binder has decided about the shape of a rule; each decision is named by a symbol that stands in the part. */
final class Plan {
    /** Nothing is decided. */
    static final Plan FREE = new Plan();

    /** What a decision is not about. */
    static final int OPEN = -1;

    private enum About {
        OPTION,
        REPETITION,
        BLOCK
    }

    private String[] symbols = new String[4];
    private About[] abouts = new About[4];
    private int[] values = new int[4];
    private int size;
    private boolean blocks;

    /** The optional part that mentions {@code symbol} is there. */
    Plan include(String symbol) {
        return include(symbol, true);
    }

    /** The optional part that mentions {@code symbol} is not there. */
    Plan omit(String symbol) {
        return include(symbol, false);
    }

    Plan include(String symbol, boolean there) {
        return decide(About.OPTION, symbol, there ? 1 : 0);
    }

    /** The repetition that mentions {@code symbol} has that many rounds. */
    Plan rounds(String symbol, int rounds) {
        return decide(About.REPETITION, symbol, rounds);
    }

    /** In a block, the alternative that mentions {@code symbol} is taken. */
    Plan choose(String symbol) {
        blocks = true;
        return decide(About.BLOCK, symbol, 1);
    }

    /** In a block, alternatives that mention {@code symbol} are not taken. */
    Plan avoid(String symbol) {
        blocks = true;
        return decide(About.BLOCK, symbol, 0);
    }

    /** 1 where an optional part of those names is to be there, 0 where not, else {@link #OPEN}. */
    int included(String[] names) {
        return find(About.OPTION, names);
    }

    /** How many rounds a repetition of those names is to have, or {@link #OPEN}. */
    int rounds(String[] names) {
        return find(About.REPETITION, names);
    }

    /** 1 where an alternative of those names is to be taken, 0 where it is not, else {@link #OPEN}. */
    int chosen(String[] names) {
        return find(About.BLOCK, names);
    }

    /** Whether something is said about blocks. */
    boolean decidesBlocks() {
        return blocks;
    }

    private Plan decide(About about, String symbol, int value) {
        int index = 0;
        while (index < size && !(abouts[index] == about && symbols[index].equals(symbol))) {
            index++;
        }
        if (index == size) {
            grow();
        }
        symbols[index] = symbol;
        abouts[index] = about;
        values[index] = value;
        return this;
    }

    private void grow() {
        if (size == symbols.length) {
            symbols = Arrays.copyOf(symbols, 2 * size);
            abouts = Arrays.copyOf(abouts, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        size++;
    }

    private int find(About about, String[] names) {
        for (int i = 0; i < size; i++) {
            if (abouts[i] == about && has(names, symbols[i])) {
                return values[i];
            }
        }
        return OPEN;
    }

    private static boolean has(String[] names, String symbol) {
        for (String name : names) {
            if (name.equals(symbol)) {
                return true;
            }
        }
        return false;
    }
}
