package dev.mysqlsmith.execute;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows for people: the first few, long values cut. */
public final class RowText {
    private static final int ROWS = 5;
    private static final int COLUMNS = 12;
    private static final int LONGEST = 80;

    private RowText() {}

    /** {@code (1, 'a', NULL), (2, 'b', 3)}; {@code nothing} for no rows. */
    public static String of(List<List<@Nullable String>> rows) {
        if (rows.isEmpty()) {
            return "nothing";
        }
        String shown = rows.stream().limit(ROWS).map(RowText::row).collect(Collectors.joining(", "));
        return rows.size() <= ROWS ? shown : shown + ", and " + (rows.size() - ROWS) + " more";
    }

    private static String row(List<@Nullable String> row) {
        String cells = row.stream().limit(COLUMNS).map(RowText::cell).collect(Collectors.joining(", "));
        return "(" + cells + (row.size() > COLUMNS ? ", .." : "") + ")";
    }

    private static String cell(@Nullable String value) {
        if (value == null) {
            return "NULL";
        }
        return "'" + (value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "..") + "'";
    }
}
