package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The features that statistics count, by name: a profile switches them off by the same names. */
final class FeatureNames {
    private static final String FILE = "/dev/mysqlsmith/campaign/features.txt";

    /**
     * Where the grammar has a feature.
     *
     * @param symbol what an alternative or optional part of the rule mentions; empty for the whole rule
     * @param byText whether only a text that stands there tells the feature
     */
    record Place(String rule, String symbol, boolean byText) {}

    private final Map<String, List<Place>> places = new LinkedHashMap<>();

    private FeatureNames() {}

    static FeatureNames read() {
        FeatureNames names = new FeatureNames();
        for (String line : Resources.lines(FILE)) {
            String[] cells = line.split("\\s+", 2);
            names.add(cells[1], place(cells[0]));
            int area = cells[1].indexOf(": ");
            if (area >= 0) {
                names.add(cells[1].substring(area + 2), place(cells[0]));
            }
        }
        return names;
    }

    /** Of {@code RULE[/SYMBOL][=TEXT]}. */
    private static Place place(String sign) {
        int equals = sign.indexOf('=');
        String where = equals < 0 ? sign : sign.substring(0, equals);
        int slash = where.indexOf('/');
        return new Place(
                slash < 0 ? where : where.substring(0, slash),
                slash < 0 ? "" : where.substring(slash + 1),
                equals >= 0);
    }

    private void add(String name, Place place) {
        places.computeIfAbsent(name, unused -> new ArrayList<>()).add(place);
    }

    /**
     * Where the grammar has the feature of that name; its area may be left out.
     *
     * @param origin of the name, for the message
     * @throws IllegalArgumentException where there is none; the message says the nearest
     */
    List<Place> places(String name, String origin) {
        List<Place> found = places.get(name);
        if (found == null) {
            throw new IllegalArgumentException(origin + ": there is no feature '" + name + "'; nearest is '"
                    + Nearest.to(name, places.keySet()) + "'");
        }
        if (found.stream().anyMatch(Place::byText)) {
            throw new IllegalArgumentException(origin + ": feature '" + name
                    + "' is told by a text, not by the grammar: expected another feature");
        }
        return found;
    }
}
