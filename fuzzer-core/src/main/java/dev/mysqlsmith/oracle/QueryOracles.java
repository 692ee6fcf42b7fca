package dev.mysqlsmith.oracle;

import java.util.List;

/**
 * Which relations judge the queries of a history that is run again.
 *
 * @param names of relations, {@link Oracles#relations}; none for crashes alone
 * @param lastOnly whether only the last statement is judged, since it is the one that was suspected
 */
public record QueryOracles(List<String> names, boolean lastOnly) {
    /** No relation judges. */
    public static final QueryOracles NONE = new QueryOracles(List.of(), false);

    public QueryOracles {
        names = List.copyOf(names);
    }

    /** Those of a list of oracles that are relations; they judge all queries. */
    public static QueryOracles of(List<String> oracles) {
        return new QueryOracles(
                oracles.stream().filter(Oracles.relations()::contains).toList(), false);
    }

    /** For a finding of that oracle, whose last statement it suspected. */
    public static QueryOracles ofFinding(String oracle) {
        return new QueryOracles(of(List.of(oracle)).names(), true);
    }

    /** Whether statement {@code index} of {@code count} is judged. */
    public boolean judge(int index, int count) {
        return !names.isEmpty() && (!lastOnly || index == count - 1);
    }
}
