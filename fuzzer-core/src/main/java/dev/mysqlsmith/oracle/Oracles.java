package dev.mysqlsmith.oracle;

import dev.mysqlsmith.grammar.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The names of oracles, as the command line and findings have them. */
public final class Oracles {
    /** The one that always judges. */
    public static final String CRASH = "crash";

    private Oracles() {}

    /** All names, {@code crash} first. */
    public static List<String> names() {
        return Stream.concat(Stream.of(CRASH), relations().stream()).toList();
    }

    /** Those that ask a query in another way and compare the rows. */
    public static List<String> relations() {
        return Relations.all().stream().map(Relation::name).toList();
    }

    /**
     * The names in a list such as {@code tlp,norec}; {@code crash} is always among them; {@code all} stands for all.
     *
     * @throws IllegalArgumentException where there is no oracle of a name; the message names the nearest one
     */
    public static List<String> read(String list) {
        Set<String> chosen = new LinkedHashSet<>(List.of(CRASH));
        for (String part : list.split(",", -1)) {
            String name = part.strip().toLowerCase(Locale.ROOT);
            if (name.equals("all")) {
                chosen.addAll(names());
            } else if (names().contains(name)) {
                chosen.add(name);
            } else {
                List<String> words = new ArrayList<>(names());
                words.add("all");
                throw new IllegalArgumentException("there is no oracle '" + part.strip() + "'; nearest is '"
                        + Nearest.to(name, words) + "'; there are " + String.join(", ", names()) + " and all");
            }
        }
        return List.copyOf(chosen);
    }
}
