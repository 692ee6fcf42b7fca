package dev.mysqlsmith.execute;

import java.util.List;
import java.util.Locale;

/** Compares what one statement did on two servers. */
public final class OutcomeComparison {
    private OutcomeComparison() {}

    /** Compares; {@code here} is the side that is judged, {@code there} the reference. */
    public static Comparison compare(Outcome here, Outcome there, ComparisonRules rules) {
        if (isCut(here) || isCut(there)) {
            return new Comparison.Incomparable(
                    here instanceof Outcome.TimedOut || there instanceof Outcome.TimedOut
                            ? "timeout"
                            : "connection lost");
        }
        if (here instanceof Outcome.Failed mine) {
            return there instanceof Outcome.Failed its
                    ? bothFailed(mine.error(), its.error())
                    : oneFailed(mine.error(), "here", rules);
        }
        if (there instanceof Outcome.Failed its) {
            return oneFailed(its.error(), "there", rules);
        }
        if (here instanceof Outcome.Rows mine && there instanceof Outcome.Rows its) {
            return compare(mine.tables(), its.tables(), rules);
        }
        if (here instanceof Outcome.Updated mine && there instanceof Outcome.Updated its) {
            return compare(mine.count(), its.count(), rules);
        }
        return new Comparison.Different(
                "result set: " + (here instanceof Outcome.Rows ? "here only" : "there only"),
                "one side gave rows and the other none");
    }

    /** Whether both did the same, so far as these rules can tell. */
    public static boolean areEqual(Outcome here, Outcome there, ComparisonRules rules) {
        return compare(here, there, rules) instanceof Comparison.Equal;
    }

    private static boolean isCut(Outcome outcome) {
        return outcome instanceof Outcome.TimedOut || outcome.endsSession();
    }

    /**
     * Versions number and word their errors anew, and of several that a statement has either may come first. But a row that
     * breaks a constraint proves that all names were found.
     */
    private static Comparison bothFailed(SqlError here, SqlError there) {
        boolean other = here.isConstraint() && there.isOfNames() || here.isOfNames() && there.isConstraint();
        return other
                ? new Comparison.Different(
                        String.format(Locale.ROOT, "error %d here, %d there", here.code(), there.code()),
                        here.message() + " against " + there.message())
                : new Comparison.Equal();
    }

    private static Comparison oneFailed(SqlError error, String where, ComparisonRules rules) {
        String reason = ErrorClasses.reason(error.code()).orElse(rules.doubt());
        return reason != null
                ? new Comparison.Incomparable(reason)
                : new Comparison.Different(
                        String.format(Locale.ROOT, "error %d only %s", error.code(), where), error.message());
    }

    private static Comparison compare(List<ResultTable> here, List<ResultTable> there, ComparisonRules rules) {
        if (here.size() != there.size()) {
            return rules.different("result sets: other number", here.size() + " result sets against " + there.size());
        }
        for (int i = 0; i < here.size(); i++) {
            Comparison comparison = ResultComparison.compare(here.get(i), there.get(i), rules);
            if (!(comparison instanceof Comparison.Equal)) {
                return comparison;
            }
        }
        return new Comparison.Equal();
    }

    private static Comparison compare(long here, long there, ComparisonRules rules) {
        if (here == there || !rules.counts()) {
            return new Comparison.Equal();
        }
        String fewer = here < there ? "fewer" : "more";
        return rules.different("affected rows: " + fewer, here + " affected rows against " + there);
    }
}
