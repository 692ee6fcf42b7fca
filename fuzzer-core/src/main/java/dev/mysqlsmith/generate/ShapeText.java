package dev.mysqlsmith.generate;

import dev.mysqlsmith.random.Choices;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Draws geometries as well-known text, for the marks {@code <shape KIND>} and {@code <shape KIND earth>} in constants. Their
 * corners lie on a coarse grid, so that two of them often cross, touch, cover or equal each other; polygons are valid. On
 * the earth (SRID 4326) latitude comes before longitude, both in whole degrees.
 */
final class ShapeText {
    private static final String MARK = "<shape ";
    private static final Pattern MARKS = Pattern.compile(MARK + "(\\w+)( earth)?>");

    /** Rings without their last corner, which is the first again; all lie in a square of side 4 and are simple. */
    private static final int[][] RINGS = {
        {0, 0, 4, 0, 4, 4, 0, 4},
        {0, 0, 4, 0, 2, 4},
        {2, 0, 4, 2, 2, 4, 0, 2},
        {0, 0, 4, 0, 4, 1, 1, 1, 1, 4, 0, 4},
        {0, 0, 4, 0, 4, 4, 2, 1, 0, 4},
        {1, 0, 3, 0, 4, 1, 4, 3, 3, 4, 1, 4, 0, 3, 0, 1},
        {0, 0, 2, 1, 4, 0, 3, 2, 4, 4, 2, 3, 0, 4, 1, 2},
        {0, 0, 4, 0, 4, 1, 0, 1},
    };

    /** Rings that lie inside the first of {@link #RINGS}; the two of the last touch in a corner. */
    private static final int[][][] HOLES = {
        {{1, 1, 1, 3, 3, 3, 3, 1}}, {{1, 1, 1, 2, 3, 1}}, {{1, 1, 1, 2, 2, 2, 2, 1}, {2, 2, 2, 3, 3, 3, 3, 2}},
    };

    private static final String[] KINDS = {
        "point", "line", "polygon", "multipoint", "multiline", "multipolygon", "collection"
    };
    private static final int[][] WAYS = {{1, 0}, {1, 1}, {0, 1}, {-1, 1}, {-1, 0}, {-1, -1}, {0, -1}, {1, -1}, {2, 1}};
    private static final int TILE = 5;
    private static final int DEEPEST = 2;

    private final Choices choices;
    private final boolean earth;

    private ShapeText(Choices choices, boolean earth) {
        this.choices = choices;
        this.earth = earth;
    }

    /** Whether the text has a mark. */
    static boolean isMarked(String text) {
        return text.contains(MARK);
    }

    /** The text with a geometry in place of each mark. */
    static String fill(String text, Choices choices) {
        return MARKS.matcher(text).replaceAll(mark -> of(mark, choices));
    }

    private static String of(MatchResult mark, Choices choices) {
        return new ShapeText(choices, mark.group(2) != null).shape(mark.group(1), 0);
    }

    private String shape(String kind, int depth) {
        return switch (kind) {
            case "any" -> shape(choices.oneOf(KINDS), depth);
            case "point" -> "POINT" + position();
            case "line" -> "LINESTRING" + line();
            case "polygon" -> "POLYGON" + polygon(0);
            case "multipoint" -> "MULTIPOINT" + row(index -> position());
            case "multiline" -> "MULTILINESTRING" + row(index -> line());
            case "multipolygon" -> "MULTIPOLYGON" + row(this::polygon);
            case "multi" -> shape(choices.oneOf("multipoint", "multiline", "multipolygon", "collection"), depth);
            case "collection" -> "GEOMETRYCOLLECTION" + members(depth);
            default -> throw new IllegalArgumentException("there is no shape '" + kind + "'");
        };
    }

    private interface Part {
        String at(int index);
    }

    private String row(Part part) {
        StringJoiner row = new StringJoiner(", ", "(", ")");
        int count = 1 + choices.geometric(0.5, 3);
        for (int i = 0; i < count; i++) {
            row.add(part.at(i));
        }
        return row.toString();
    }

    private String members(int depth) {
        if (depth == DEEPEST || choices.chance(0.08)) {
            return " EMPTY";
        }
        return row(index -> shape("any", depth + 1));
    }

    private String position() {
        return "(" + corner(choices.below(11), choices.below(11)) + ")";
    }

    private String line() {
        List<String> corners = new ArrayList<>();
        int x = choices.below(11);
        int y = choices.below(11);
        corners.add(corner(x, y));
        int more = 1 + choices.geometric(0.6, 6);
        for (int i = 0; i < more; i++) {
            int[] way = WAYS[choices.below(WAYS.length)];
            int step = choices.between(1, 4);
            x += step * way[0];
            y += step * way[1];
            corners.add(corner(x, y));
        }
        if (more > 1 && choices.chance(0.2)) {
            corners.add(corners.get(0));
        }
        return "(" + String.join(", ", corners) + ")";
    }

    /** A ring and its holes, moved, turned and enlarged; those of different index lie apart. */
    private String polygon(int index) {
        int which = choices.below(RINGS.length);
        int[][] holes = which == 0 && choices.chance(0.4) ? HOLES[choices.below(HOLES.length)] : new int[0][];
        Placing placing = new Placing(
                choices.between(1, 2),
                choices.chance(0.5),
                choices.chance(0.5),
                choices.below(7) + 2 * TILE * index,
                choices.below(7));
        StringJoiner rings = new StringJoiner(", ", "(", ")");
        rings.add(ring(RINGS[which], placing));
        for (int[] hole : holes) {
            rings.add(ring(hole, placing));
        }
        return rings.toString();
    }

    private record Placing(int scale, boolean mirrored, boolean swapped, int left, int low) {
        int x(int x, int y) {
            int own = swapped ? y : x;
            return left + scale * (mirrored ? 4 - own : own);
        }

        int y(int x, int y) {
            return low + scale * (swapped ? x : y);
        }
    }

    private String ring(int[] corners, Placing placing) {
        StringJoiner ring = new StringJoiner(", ", "(", ")");
        for (int i = 0; i <= corners.length; i += 2) {
            int x = corners[i % corners.length];
            int y = corners[(i + 1) % corners.length];
            ring.add(corner(placing.x(x, y), placing.y(x, y)));
        }
        return ring.toString();
    }

    /** On the earth a step of the grid is a degree, and the grid lies at the equator and the meridian of Greenwich. */
    private String corner(int x, int y) {
        return earth ? (y - 5) + " " + (x - 5) : x + " " + y;
    }
}
