package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Nearest;
import dev.mysqlsmith.grammar.TreeSign;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The features that statistics count, by name: a profile switches them off by the same names. */
final class FeatureNames {
    /**
     * Where the grammar has a feature.
     *
     * @param symbol what an alternative or optional part of the rule mentions; empty for the whole rule
     * @param byText whether only a text that stands there tells the feature
     */
    record Place(String rule, String symbol, boolean byText) {}

    private final Map<String, List<Place>> places = new LinkedHashMap<>();

    private FeatureNames() {}

    /** Those of the list that comes with the tool. */
    static FeatureNames standard() {
        FeatureNames names = new FeatureNames();
        for (FeatureSign sign : Features.standard().signs()) {
            String name = sign.feature();
            names.add(name, place(sign.sign()));
            int area = name.indexOf(": ");
            if (area >= 0) {
                names.add(name.substring(area + 2), place(sign.sign()));
            }
        }
        return names;
    }

    private static Place place(TreeSign sign) {
        return new Place(
                sign.rule().name(), sign.symbol() == null ? "" : sign.symbol().name(), sign.text() != null);
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
