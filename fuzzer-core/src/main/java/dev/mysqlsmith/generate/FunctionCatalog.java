package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.ServerVersion;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a target server says of its functions, beside what is known of its version: a value, so that a campaign can keep it
 * and run again without asking.
 *
 * @param absent names of known functions that the target lacks
 * @param learned functions of the target that are not known, a line each as in {@code functions.txt}:
 *     {@code NAME result (parameter, ..)}
 */
public record FunctionCatalog(List<String> absent, List<String> learned) {
    /** Nothing was asked: the version's functions. */
    public static final FunctionCatalog UNASKED = new FunctionCatalog(List.of(), List.of());

    /** @throws IllegalArgumentException where a learned line is not of the form */
    public FunctionCatalog {
        absent = List.copyOf(absent);
        learned = List.copyOf(learned);
        learned.forEach(FunctionTable::parse);
    }

    /** What two targets of one version's language have in common. */
    public FunctionCatalog common(FunctionCatalog other) {
        Set<String> lacking = new TreeSet<>(absent);
        lacking.addAll(other.absent);
        return new FunctionCatalog(
                List.copyOf(lacking),
                learned.stream().filter(other.learned::contains).toList());
    }

    /** The same without functions of these names. */
    FunctionCatalog without(Set<String> names) {
        Set<String> lacking = new TreeSet<>(absent);
        lacking.addAll(names);
        return new FunctionCatalog(List.copyOf(lacking), learned);
    }

    /** The names of the functions that {@code version} is known to have. */
    public static Set<String> known(ServerVersion version) {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        FunctionTable.read(version, UNASKED).all().forEach(function -> names.add(function.name()));
        return names;
    }
}
