package dev.mysqlsmith.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mysqlsmith.random.Choices;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShapeTextTest {
    private final Choices choices = Choices.seeded(7);

    @Test
    void everyKindIsDrawn() {
        Set<String> kinds = new HashSet<>();
        for (int i = 0; i < 300; i++) {
            kinds.add(ShapeText.fill("<shape any>", choices).split("[( ]")[0]);
        }
        assertEquals(
                Set.of(
                        "POINT",
                        "LINESTRING",
                        "POLYGON",
                        "MULTIPOINT",
                        "MULTILINESTRING",
                        "MULTIPOLYGON",
                        "GEOMETRYCOLLECTION"),
                kinds);
    }

    @Test
    void ringsAreClosed() {
        for (int i = 0; i < 300; i++) {
            String polygon = ShapeText.fill("<shape polygon earth>", choices);
            for (String ring : polygon.substring("POLYGON((".length(), polygon.length() - 2)
                    .split("\\), \\(")) {
                String[] corners = ring.split(", ");
                assertTrue(corners.length >= 4, polygon);
                assertEquals(corners[0], corners[corners.length - 1], polygon);
            }
        }
    }

    @Test
    void theRestOfTheTextStays() {
        String text = ShapeText.fill("ST_GeomFromText('<shape point earth>', 4326)", choices);

        assertTrue(text.matches("ST_GeomFromText\\('POINT\\(-?\\d+ -?\\d+\\)', 4326\\)"), text);
        assertFalse(ShapeText.isMarked(text));
    }

    @Test
    void anUnknownKindIsAnError() {
        assertThrows(IllegalArgumentException.class, () -> ShapeText.fill("<shape cube>", choices));
    }
}
