package dev.mysqlsmith.cli;

import dev.mysqlsmith.campaign.ReproSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody wants checked or reduced, by an option or as the operand. */
final class ReproInput {
    private ReproInput() {}

    static ReproSource of(String command, @Nullable String option, List<String> operands) {
        List<String> given = new ArrayList<>(operands);
        if (option != null) {
            given.add(0, option);
        }
        if (given.size() != 1) {
            throw new UsageException(command + ": expected one script or finding's folder, got "
                    + (given.isEmpty() ? "none" : given.size() + " (" + String.join(", ", given) + ")")
                    + "; see mysqlsmith " + command + " -h");
        }
        try {
            return ReproSource.read(Path.of(given.get(0)));
        } catch (IllegalArgumentException e) {
            throw new UsageException(command + ": " + e.getMessage());
        }
    }
}
