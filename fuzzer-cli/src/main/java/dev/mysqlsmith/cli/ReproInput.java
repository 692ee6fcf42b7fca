package dev.mysqlsmith.cli;

import dev.mysqlsmith.finding.Finding;
import dev.mysqlsmith.finding.FindingFolder;
import dev.mysqlsmith.finding.History;
import dev.mysqlsmith.finding.Repro;
import dev.mysqlsmith.grammar.SqlScript;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants checked or reduced: a script, or a finding's folder.
 *
 * @param finding where it was a finding's folder
 */
record ReproInput(Path path, History history, @Nullable Finding finding) {

    /** From an option or an operand, of which one must be there. */
    static ReproInput of(String command, @Nullable String option, List<String> operands) {
        List<String> given = new ArrayList<>(operands);
        if (option != null) {
            given.add(0, option);
        }
        if (given.size() != 1) {
            throw new UsageException(command + ": expected one script or finding's folder, got " + given.size()
                    + (given.isEmpty() ? "" : " (" + String.join(", ", given) + ")") + "; see mysqlsmith " + command
                    + " -h");
        }
        return read(command, Path.of(given.get(0)));
    }

    /** The server of the finding, or that one. */
    String serverOr(String other) {
        return finding == null ? other : finding.server();
    }

    /** The id of the finding's signature; null for a script. */
    @Nullable
    String expectedId() {
        return finding == null ? null : finding.id();
    }

    private static ReproInput read(String command, Path path) {
        if (Files.isDirectory(path)) {
            return readFolder(command, path);
        }
        if (!Files.isRegularFile(path)) {
            throw new UsageException(command + ": '" + path
                    + "' does not exist; give a script of SQL statements or a finding's folder");
        }
        try {
            List<String> statements = SqlScript.read(Files.readString(path)).texts();
            if (statements.isEmpty()) {
                throw new UsageException(command + ": '" + path + "' has no statement; expected a script of SQL");
            }
            return new ReproInput(path, History.of(statements), null);
        } catch (IllegalArgumentException e) {
            throw new UsageException(command + ": '" + path + "': " + e.getMessage());
        } catch (MalformedInputException e) {
            throw new UsageException(command + ": '" + path + "' is not UTF-8; convert it, for instance by iconv");
        } catch (IOException e) {
            throw new UsageException(command + ": '" + path + "' cannot be read: " + e.getMessage());
        }
    }

    private static ReproInput readFolder(String command, Path folder) {
        if (!FindingFolder.is(folder)) {
            throw new UsageException(command + ": '" + folder
                    + "' is no finding's folder, it has no finding.json; give one of out/findings/, or a script");
        }
        try {
            Finding finding = FindingFolder.read(folder);
            Repro repro = finding.repro();
            return new ReproInput(folder, repro == null ? finding.history() : repro.history(), finding);
        } catch (IllegalArgumentException | java.io.UncheckedIOException e) {
            throw new UsageException(command + ": " + e.getMessage());
        }
    }
}
