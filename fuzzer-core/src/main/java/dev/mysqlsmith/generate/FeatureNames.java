package dev.mysqlsmith.generate;

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
     */
    record Place(String rule, String symbol) {}

    private final Map<String, List<Place>> places = new LinkedHashMap<>();

    private FeatureNames() {}

    static FeatureNames read() {
        FeatureNames names = new FeatureNames();
        for (String line : Resources.lines(FILE)) {
            String[] cells = line.split("\\s+", 2);
            int slash = cells[0].indexOf('/');
            Place place = slash < 0
                    ? new Place(cells[0], "")
                    : new Place(cells[0].substring(0, slash), cells[0].substring(slash + 1));
            names.places.computeIfAbsent(cells[1], name -> new ArrayList<>()).add(place);
        }
        return names;
    }

    /**
     * Where the grammar has the feature of that name.
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
        return found;
    }
}
