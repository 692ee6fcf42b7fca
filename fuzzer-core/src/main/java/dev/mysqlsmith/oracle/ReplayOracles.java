package dev.mysqlsmith.oracle;

import java.util.List;
import java.util.stream.Stream;

/**
 * Which oracles judge the statements of a history that is run again, beside what the server's own end says.
 *
 * @param names in the order of {@link Oracles#names}, without {@code crash}, errors first; none for crashes alone
 * @param lastOnly whether only the last statement is judged, since it is the one that was suspected
 */
public record ReplayOracles(List<String> names, boolean lastOnly) {
    /** Nothing but the server's own end. */
    public static final ReplayOracles NONE = new ReplayOracles(List.of(), false);

    public ReplayOracles {
        names = List.copyOf(names);
    }

    /** Those of a list that need no second server; they judge all statements. */
    public static ReplayOracles of(List<String> oracles) {
        return new ReplayOracles(
                Stream.concat(
                                oracles.stream().filter(Oracles::isError),
                                Oracles.names().stream().filter(oracles::contains))
                        .filter(name -> !name.equals(Oracles.CRASH))
                        .toList(),
                false);
    }

    /** For a finding of that oracle, whose last statement it suspected. */
    public static ReplayOracles ofFinding(String oracle) {
        return new ReplayOracles(of(List.of(oracle)).names(), true);
    }

    /** Those that judge statement {@code index} of {@code count}. One that ends the server does so at the end. */
    public List<String> at(int index, int count) {
        boolean last = index == count - 1;
        return names.stream()
                .filter(name -> last || !(lastOnly || name.equals(Oracles.DURABILITY)))
                .toList();
    }
}
