package dev.mysqlsmith.cli;

import dev.mysqlsmith.finding.Kind;
import dev.mysqlsmith.finding.Signature;
import dev.mysqlsmith.oracle.ReplayOracles;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code reduce --oracle} asks for.
 *
 * @param oracles that judge; null for those that the input knows
 * @param kinds of failures that count; none where all do
 * @param command whose exit status judges in the place of servers; null for none
 */
record ReduceGoal(
        @Nullable ReplayOracles oracles,
        Set<Kind> kinds,
        @Nullable String command) {
    static final String WORDS =
            "assertion; error=1105, the number of an error; result, with --against; script=CMD, a shell"
                    + " command whose exit status 0 keeps a script; or a list of " + Values.ORACLES;

    private static final String SCRIPT = "script=";

    /** @param compares whether there are servers to compare with */
    static ReduceGoal parse(@Nullable String text, boolean compares) {
        if (text == null) {
            return new ReduceGoal(null, Set.of(), null);
        }
        if (text.startsWith(SCRIPT)) {
            String command = text.substring(SCRIPT.length());
            if (command.isBlank()) {
                throw new UsageException(
                        "--oracle '" + text + "': expected a shell command behind it, such as script=./check.sh");
            }
            return new ReduceGoal(null, Set.of(), command);
        }
        return ofList(text, compares);
    }

    private static ReduceGoal ofList(String text, boolean compares) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        List<String> names = new ArrayList<>();
        boolean all = false;
        for (String part : text.split(",", -1)) {
            String word = part.strip().toLowerCase(Locale.ROOT);
            if (word.equals("assertion")) {
                kinds.add(Kind.ASSERTION);
            } else if (word.equals("result")) {
                kinds.add(comparing(compares));
            } else {
                names.add(word);
                boolean error = word.startsWith("error=");
                all |= !error;
                kinds.addAll(error ? Set.of(Kind.ERROR) : Set.of());
            }
        }
        String list = names.isEmpty() ? "crash" : String.join(",", names);
        return new ReduceGoal(ReplayOracles.of(Values.oracles(list, compares)), all ? Set.of() : kinds, null);
    }

    private static Kind comparing(boolean compares) {
        if (!compares) {
            throw new UsageException("--oracle 'result' compares with a server that is held to be right; name it with"
                    + " --against, or name a relation that needs none, such as tlp");
        }
        return Kind.WRONG_RESULT;
    }

    boolean isMet(Signature signature) {
        return kinds.isEmpty() || kinds.contains(signature.kind());
    }
}
