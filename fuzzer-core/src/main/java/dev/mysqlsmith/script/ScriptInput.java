package dev.mysqlsmith.script;

import dev.mysqlsmith.finding.History;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The statements of a file.
 *
 * @param format in which it was read
 * @param history its statements, each with its session, in the order of the file
 * @param given how many statements at the history's start were put there to make a database that the file takes for granted
 * @param leftOut how often what was left out, or taken in another way, by what it is; for people
 */
public record ScriptInput(ScriptFormat format, History history, int given, Map<String, Integer> leftOut) {
    public ScriptInput {
        leftOut = Collections.unmodifiableMap(new TreeMap<>(leftOut));
    }

    /**
     * Reads a file.
     *
     * @param fileName its ending tells the format where the content does not
     * @param format null to have it told by content and ending
     * @throws CharacterCodingException where a script or a test is not UTF-8; of a log the statements that are not are left out
     * @throws IllegalArgumentException where it is not in the format
     */
    public static ScriptInput read(String fileName, byte[] bytes, @Nullable ScriptFormat format)
            throws CharacterCodingException {
        String lenient = new String(bytes, StandardCharsets.UTF_8);
        ScriptFormat known = format != null ? format : ScriptFormat.of(fileName, lenient);
        return switch (known) {
            case GENERAL_LOG -> GeneralLog.read(lenient);
            case TEST -> MysqltestReader.read(strict(bytes));
            case SQL -> SqlScript.read(strict(bytes));
        };
    }

    /** The statements that the file has itself. */
    public List<String> own() {
        return history.statements().subList(given, history.size());
    }

    /** {@code 2 x exec, 1 x perl}; empty where all was taken. */
    public String leftOutText() {
        return leftOut.entrySet().stream()
                .map(entry -> entry.getValue() + " x " + entry.getKey())
                .collect(Collectors.joining(", "));
    }

    private static String strict(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }
}
