package dev.mysqlsmith.execute;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads result sets as the bytes that the server sent. The driver is not asked to understand them: it refuses zero dates
 * and other values that servers do send. Of binary rows it must; what it refuses there is shown as {@code (unreadable)}.
 */
final class ResultReader {

    /** Bytes kept of a result set. */
    private static final long MAX_BYTES = 64L << 20;

    /** What stands for bytes that are no UTF-8. */
    private static final char REPLACEMENT = '\uFFFD';

    private static final String UNREADABLE = "(unreadable)";

    private final int maxRows;
    private final boolean decodes;

    /**
     * Reads at most {@code maxRows} rows of each result set.
     *
     * @param decodes whether the driver must decode the values
     */
    ResultReader(int maxRows, boolean decodes) {
        this.maxRows = maxRows;
        this.decodes = decodes;
    }

    ResultTable read(ResultSet result) throws SQLException {
        ResultSetMetaData meta = result.getMetaData();
        int width = meta.getColumnCount();
        List<String> names = new ArrayList<>(width);
        List<String> types = new ArrayList<>(width);
        boolean[] binary = new boolean[width];
        for (int i = 0; i < width; i++) {
            names.add(Objects.requireNonNullElse(meta.getColumnLabel(i + 1), "")); // null for an empty name
            types.add(Objects.requireNonNullElse(meta.getColumnTypeName(i + 1), "UNKNOWN"));
            binary[i] = isBinary(meta.getColumnType(i + 1), types.get(i));
        }
        List<List<@Nullable String>> rows = new ArrayList<>();
        long bytes = 0;
        boolean truncated = false;
        while (result.next()) {
            if (rows.size() == maxRows || bytes > MAX_BYTES) {
                truncated = true;
                continue; // the rest is read all the same: the connection is needed again
            }
            List<@Nullable String> row = new ArrayList<>(width);
            for (int i = 0; i < width; i++) {
                byte[] value = decodes && !binary[i] ? decoded(result, i + 1) : result.getBytes(i + 1);
                bytes += value == null ? 0 : value.length;
                row.add(value == null ? null : text(value, binary[i]));
            }
            rows.add(Collections.unmodifiableList(row));
        }
        return new ResultTable(List.copyOf(names), List.copyOf(types), Collections.unmodifiableList(rows), truncated);
    }

    private static byte @Nullable [] decoded(ResultSet result, int column) {
        try {
            String value = result.getString(column);
            return value == null ? null : value.getBytes(StandardCharsets.UTF_8);
        } catch (SQLException | RuntimeException e) { // the driver throws both; the row itself was read
            return UNREADABLE.getBytes(StandardCharsets.UTF_8);
        }
    }

    private static boolean isBinary(int type, String name) {
        return switch (type) {
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB, Types.BIT -> true;
            default -> name.equals("GEOMETRY") || name.equals("BIT");
        };
    }

    /** Text that is no UTF-8 is shown as binary, so that two different values never look equal. */
    static String text(byte[] value, boolean binary) {
        if (!binary) {
            String text = new String(value, StandardCharsets.UTF_8);
            if (text.indexOf(REPLACEMENT) < 0) {
                return text;
            }
            try {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(value))
                        .toString();
            } catch (CharacterCodingException e) {
                return hex(value);
            }
        }
        return hex(value);
    }

    private static String hex(byte[] value) {
        return "0x" + HexFormat.of().formatHex(value);
    }
}
