package dev.mysqlsmith.cli;

import dev.mysqlsmith.campaign.DurationText;
import dev.mysqlsmith.campaign.ReproSource;
import dev.mysqlsmith.script.ScriptFormat;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody wants checked or reduced, by an option or as the operand. */
final class ReproInput {
    /** Of the option {@code --input}. */
    static final String FORMATS =
            "How FILE is written: auto, sql, general-log (MySQL's general query log), test (of" + " mysqltest)";

    /** Of the option {@code --known}. */
    static final String KNOWN =
            "Known bugs, a YAML list as for fuzz: wrong results that it tells are passed over, and others looked for";

    private ReproInput() {}

    /** @param format what {@code --input} says */
    static ReproSource of(
            String command, @Nullable String option, List<String> operands, String format, Console console) {
        List<String> given = new ArrayList<>(operands);
        if (option != null) {
            given.add(0, option);
        }
        if (given.size() != 1) {
            throw new UsageException(command + ": expected one file or finding's folder, got "
                    + (given.isEmpty() ? "none" : given.size() + " (" + String.join(", ", given) + ")")
                    + "; see mysqlsmith " + command + " -h");
        }
        try {
            ReproSource source = ReproSource.read(
                    Path.of(given.get(0)), format.equals(ScriptFormat.AUTO) ? null : ScriptFormat.parse(format));
            if (!source.leftOut().isEmpty()) {
                console.err()
                        .println("of " + source.path() + " left out, or taken in another way: " + source.leftOut());
            }
            return source;
        } catch (IllegalArgumentException e) {
            throw new UsageException(command + ": " + e.getMessage());
        }
    }

    /** What {@code --statement-timeout} says; without it, what the input wants. */
    static Duration statementTimeout(@Nullable String option, ReproSource source) {
        return option == null ? source.statementTimeout() : Values.read(option, DurationText::parse);
    }
}
