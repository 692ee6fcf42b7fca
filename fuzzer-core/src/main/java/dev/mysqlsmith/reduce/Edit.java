package dev.mysqlsmith.reduce;

import dev.mysqlsmith.finding.Step;
import java.util.List;
import java.util.function.Supplier;

/**
 * A change that a pass proposes.
 *
 * @param gain about how many tokens it takes away; larger ones are tried first
 * @param result the history's steps with the change made; made when it is asked for
 */
record Edit(int gain, Supplier<List<Step>> result) {}
