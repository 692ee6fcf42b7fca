package dev.mysqlsmith.reduce;

import java.util.List;

/**
 * One way to make a history smaller. It only proposes: whether a candidate is run, and what comes of it, is the
 * scheduler's.
 */
interface ReductionPass {

    /** For the progress line: {@code statements}, {@code lists}. */
    String name();

    /** Changes of the history, in the order in which they are best tried. The same history gives the same changes. */
    List<Edit> edits(Script script);
}
