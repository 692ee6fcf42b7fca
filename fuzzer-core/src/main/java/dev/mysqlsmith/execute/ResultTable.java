package dev.mysqlsmith.execute;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A result set as the client received it.
 *
 * @param columns names of the columns, in order
 * @param types MySQL's type name of each column, {@code BIGINT}, {@code VARCHAR}
 * @param rows one list a row, one cell a column: the text form of the value, or null for NULL; binary values as {@code
 *     0x} and hexadecimal digits
 * @param truncated whether rows beyond the limit of the session were left out
 */
public record ResultTable(
        List<String> columns, List<String> types, List<List<@Nullable String>> rows, boolean truncated) {}
