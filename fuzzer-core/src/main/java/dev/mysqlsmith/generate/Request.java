package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Rule;

/**
 * A tree that is asked for.
 *
 * @param leastPrecedence for an operand of a left-recursive rule: how tight it must bind
 * @param budget how many nodes may stand one below the other
 */
record Request(Rule rule, int leastPrecedence, Context context, int budget) {
    Request within(int smallerBudget) {
        return new Request(rule, leastPrecedence, context, smallerBudget);
    }

    Request with(Context changed) {
        return new Request(rule, leastPrecedence, changed, budget);
    }
}
