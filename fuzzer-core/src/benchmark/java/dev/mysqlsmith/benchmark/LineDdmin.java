package dev.mysqlsmith.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Plain ddmin (Zeller and Hildebrandt, 2002) over the lines of a text: subsets, complements, twice as fine. */
final class LineDdmin {
    private LineDdmin() {}

    /** Lines of which none can be left out alone; {@code fails} holds for the original. */
    static List<String> reduce(List<String> original, Predicate<List<String>> fails) {
        List<String> lines = original;
        int parts = 2;
        while (lines.size() >= 2) {
            List<String> smaller = smaller(lines, parts, fails);
            if (smaller.size() < lines.size()) {
                boolean subset = smaller.size() <= (lines.size() + parts - 1) / parts;
                parts = subset ? 2 : Math.max(parts - 1, 2);
                lines = smaller;
            } else if (parts < lines.size()) {
                parts = Math.min(2 * parts, lines.size());
            } else {
                return lines;
            }
        }
        return lines;
    }

    private static List<String> smaller(List<String> lines, int parts, Predicate<List<String>> fails) {
        for (boolean subsets : new boolean[] {true, false}) {
            for (int part = 0; part < parts; part++) {
                int from = part * lines.size() / parts;
                int to = (part + 1) * lines.size() / parts;
                List<String> candidate = subsets ? lines.subList(from, to) : without(lines, from, to);
                boolean seen = parts == 2 && !subsets; // a half is the other's complement
                if (!seen && !candidate.isEmpty() && fails.test(candidate)) {
                    return List.copyOf(candidate);
                }
            }
        }
        return lines;
    }

    private static List<String> without(List<String> lines, int from, int to) {
        List<String> kept = new ArrayList<>(lines.subList(0, from));
        kept.addAll(lines.subList(to, lines.size()));
        return kept;
    }
}
