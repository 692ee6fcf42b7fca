package dev.mysqlsmith.finding;

import dev.mysqlsmith.execute.Outcome;
import dev.mysqlsmith.execute.ResultTable;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What mysqltest prints for a history: each statement with its delimiter, then the rows or the error, cells parted by tabs.
 *
 * <p>It ends behind the first statement whose answer is not known, or is no text.
 */
public final class MysqltestResult {
    private static final String HEX = "0x";
    private static final String QUOTES = "'\"`";

    private MysqltestResult() {}

    /**
     * Writes it.
     *
     * @param outcomes of a server that answers rightly, one a statement; where there are fewer, the others are not known
     */
    public static String of(History history, List<Outcome> outcomes) {
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < history.size(); i++) {
            result.append(echo(ReproScript.ended(history.steps().get(i).sql().strip())));
            Optional<String> answer = i < outcomes.size() ? answer(outcomes.get(i)) : Optional.empty();
            if (answer.isEmpty()) {
                break;
            }
            result.append(answer.get());
        }
        return result.toString();
    }

    /**
     * As mysqltest prints a statement: it takes away the blanks and the empty lines with which a line begins, but not within
     * quotes nor directly behind them. A backslash does not keep a quote from being one there.
     */
    private static String echo(String statement) {
        StringBuilder echo = new StringBuilder();
        char quote = 0;
        char before = 0;
        boolean skipping = false;
        for (char c : statement.toCharArray()) {
            if (skipping && Character.isWhitespace(c)) {
                continue;
            }
            boolean behindQuote = QUOTES.indexOf(before) >= 0;
            skipping = quote == 0 && c == '\n' && !behindQuote;
            if (c == quote || (quote == 0 && QUOTES.indexOf(c) >= 0)) {
                quote = quote == 0 ? c : 0;
            }
            before = c;
            echo.append(c);
        }
        return echo.toString();
    }

    private static Optional<String> answer(Outcome outcome) {
        if (outcome instanceof Outcome.Rows rows) {
            return rows.tables().stream()
                    .map(MysqltestResult::table)
                    .reduce(Optional.of(""), (all, next) -> all.flatMap(text -> next.map(text::concat)));
        }
        if (outcome instanceof Outcome.Failed failed) {
            return Optional.of(
                    "ERROR " + failed.error().sqlState() + ": " + failed.error().message() + "\n");
        }
        return outcome instanceof Outcome.Updated ? Optional.of("") : Optional.empty();
    }

    private static Optional<String> table(ResultTable table) {
        if (table.truncated()) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder(String.join("\t", table.columns())).append('\n');
        for (List<@Nullable String> row : table.rows()) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                Optional<String> cell = cell(row.get(i), table.types().get(i));
                if (cell.isEmpty()) {
                    return Optional.empty();
                }
                cells.add(cell.get());
            }
            text.append(cells.stream().collect(Collectors.joining("\t"))).append('\n');
        }
        return Optional.of(text.toString());
    }

    /** Binary values are there as digits, where mysqltest prints them as they are. */
    private static Optional<String> cell(@Nullable String value, String type) {
        if (value == null) {
            return Optional.of("NULL");
        }
        boolean binary =
                type.contains("BINARY") || type.contains("BLOB") || type.equals("BIT") || type.equals("GEOMETRY");
        if (!binary || !value.startsWith(HEX)) {
            return Optional.of(value);
        }
        try {
            byte[] bytes = HexFormat.of().parseHex(value.substring(HEX.length()));
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty(); // not text: a file of text can't have it
        }
    }
}
