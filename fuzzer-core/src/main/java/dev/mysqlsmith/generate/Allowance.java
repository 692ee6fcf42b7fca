package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Alternative;
import dev.mysqlsmith.grammar.Element;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What has to hold where an alternative of an expression stands. Sets of them are numbers, a bit for each. */
enum Allowance {
    COLUMNS(Set.of("columnRef"), context -> context.clause().columns && Columns.has(context, context.expected())),
    JSON(Set.of("jsonColumnPath"), context -> context.clause().columns && Columns.has(context, Type.JSON)),
    SUBQUERIES(
            Set.of("scalarSubquery", "existsSubquery", "quantifiedSubquery"),
            context -> context.clause().subqueries && !context.aggregate() && mayAsk(context)),
    AGGREGATES(
            Set.of("aggregateCall"),
            context -> !context.aggregate()
                    && (context.clause().aggregates && context.scope().isGrouped() || mayWindow(context))),
    WINDOWS(Set.of("windowFunctionCall"), context -> !context.aggregate() && mayWindow(context)),
    VARIABLES(Set.of("userVariable"), context -> context.clause().volatiles),
    FULLTEXT(Set.of("matchAgainst"), Allowance::maySearch),
    ROLLUP(
            Set.of("GROUPING"),
            context -> !context.aggregate()
                    && (context.clause() == Clause.GROUPS || context.clause() == Clause.SELECT_LIST)
                    && !context.scope().rolledUp().isEmpty()),
    /** Some aggregates have no windows. */
    UNWINDOWED(Set.of(), context -> context.clause() != Clause.WINDOWED);

    /** How many there are. */
    static final int COUNT = values().length;

    private static final Allowance[] ALL = values();
    private static final List<String> WITHOUT_WINDOWS = List.of("DISTINCT", "GROUP_CONCAT");
    private static final int DEEPEST_QUERY = 3;

    /** MIN and MAX look at each row of a frame for each row of the query. */
    private static final double MOST_WINDOWED = 2_000;

    /** Subqueries on so many combinations of rows take a second; they cost more than a condition without them. */
    private static final double MOST_ASKED = 5_000;

    private final Set<String> symbols;
    private final Predicate<Context> holds;

    Allowance(Set<String> symbols, Predicate<Context> holds) {
        this.symbols = symbols;
        this.holds = holds;
    }

    /** Those that an alternative wants. */
    static int wanted(Alternative alternative) {
        int wanted = 0;
        for (Allowance allowance : ALL) {
            boolean mentioned = alternative.body().elements().stream()
                    .anyMatch(element ->
                            element instanceof Element.Symbol symbol && allowance.symbols.contains(symbol.name()));
            wanted |= mentioned ? 1 << allowance.ordinal() : 0;
        }
        boolean unwindowed = alternative.rule().name().equals("aggregateFunction")
                && WITHOUT_WINDOWS.stream().anyMatch(word -> Weights.mentions(alternative.body(), word));
        return unwindowed ? wanted | 1 << UNWINDOWED.ordinal() : wanted;
    }

    /** Those of {@code some} that hold. */
    static int met(int some, Context context) {
        int met = 0;
        for (int left = some; left != 0; left &= left - 1) {
            int bit = Integer.lowestOneBit(left);
            if (ALL[Integer.numberOfTrailingZeros(left)].holds.test(context)) {
                met |= bit;
            }
        }
        return met;
    }

    /** Whether there may be subqueries: one may be run for each combination of rows. */
    private static boolean mayAsk(Context context) {
        return context.nesting() < DEEPEST_QUERY && context.scope().work() <= MOST_ASKED;
    }

    private static boolean mayWindow(Context context) {
        return context.clause().windows && context.scope().work() <= MOST_WINDOWED;
    }

    private static boolean maySearch(Context context) {
        return !context.aggregate()
                && context.scope().hasFulltext()
                && (context.clause() == Clause.ROWS
                        || context.clause() == Clause.SELECT_LIST
                                && !context.scope().isGrouped());
    }
}
