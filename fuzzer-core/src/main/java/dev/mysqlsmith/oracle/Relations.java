package dev.mysqlsmith.oracle;

import java.util.List;

/** The metamorphic relations that there are. */
final class Relations {
    private static final List<Relation> ALL =
            List.of(new Tlp(), new NoRec(), new Plans(), new Wrapping(), new Eet(), new CoddTest());

    private Relations() {}

    static List<Relation> all() {
        return ALL;
    }

    static Relation named(String name) {
        return ALL.stream()
                .filter(relation -> relation.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no relation '" + name + "'"));
    }
}
