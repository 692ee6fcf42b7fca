package dev.mysqlsmith.campaign;

import dev.mysqlsmith.finding.Finding;
import dev.mysqlsmith.finding.FindingFolder;
import dev.mysqlsmith.finding.History;
import dev.mysqlsmith.finding.Repro;
import dev.mysqlsmith.grammar.ParseResult;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.grammar.SqlParser;
import dev.mysqlsmith.oracle.ReplayOracles;
import dev.mysqlsmith.script.ScriptFormat;
import dev.mysqlsmith.script.ScriptInput;
import dev.mysqlsmith.server.ServerSpec;
import dev.mysqlsmith.verify.ReplaySettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to be checked or reduced: a file with statements, or a finding's folder.
 *
 * @param path where it is
 * @param history the file's statements; of a finding its repro, or its whole history where it has none
 * @param finding null for a file
 * @param leftOut what of the file is not in the history, for people; empty where all is
 */
public record ReproSource(
        Path path, History history, @Nullable Finding finding, String leftOut) {
    /** Reads the most. */
    private static final ServerVersion NEWEST = ServerVersion.parse("9.7");

    /** As {@link #read(Path, ScriptFormat)}; the format of a file is told by its content and its ending. */
    public static ReproSource read(Path path) {
        return read(path, null);
    }

    /**
     * Reads a file with statements, or a finding's folder.
     *
     * @param format of a file; null to have it told by content and ending
     * @throws IllegalArgumentException where it is neither; the message names the path and what was expected
     */
    public static ReproSource read(Path path, @Nullable ScriptFormat format) {
        if (Files.isDirectory(path)) {
            return readFolder(path);
        }
        if (!Files.isRegularFile(path)) {
            throw new IllegalArgumentException("'" + path
                    + "' does not exist; give a script of SQL statements, a general query log, a test of mysqltest or a"
                    + " finding's folder");
        }
        return readFile(path, format);
    }

    /** What is expected to happen: the id of the finding's signature; null for a script. */
    public @Nullable String expected() {
        return finding == null ? null : finding.id();
    }

    /** Which relations see it: that of the finding; none for a script. */
    public ReplayOracles oracles() {
        return finding == null ? ReplayOracles.NONE : ReplayOracles.ofFinding(finding.oracle());
    }

    /** After which a statement is killed: as in campaigns by default, where it was found; a script may need more. */
    public Duration statementTimeout() {
        return finding == null
                ? ReplaySettings.defaults().statementTimeout()
                : CampaignLimits.defaults().statementTimeout();
    }

    /** The server of the finding, or {@code other} for a script. */
    public String serverOr(String other) {
        return finding == null ? other : finding.server();
    }

    /** The servers with which the finding's answers were compared; none for a script. */
    public List<ServerSpec> references() {
        return finding == null
                ? List.of()
                : finding.against().stream().map(ServerSpec::parse).toList();
    }

    private static ReproSource readFile(Path file, @Nullable ScriptFormat format) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            ScriptInput input = ScriptInput.read(String.valueOf(file.getFileName()), bytes, format);
            refuseWhatIsNoSql(input.own());
            return new ReproSource(file, input.history(), null, input.leftOutText());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + file + "': " + e.getMessage(), e);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("'" + file + "' is not UTF-8; convert it, for instance by iconv", e);
        } catch (IOException e) {
            throw new IllegalArgumentException("'" + file + "' cannot be read: " + e.getMessage(), e);
        }
    }

    /** Some statements may be beyond the grammar, and the server is the judge of them; but not all. */
    private static void refuseWhatIsNoSql(List<String> statements) {
        if (statements.isEmpty()) {
            throw new IllegalArgumentException("it has no statement; expected SQL");
        }
        SqlParser parser = new SqlParser(NEWEST, Set.of());
        ParseResult first = parser.parse(statements.get(0));
        boolean sql = statements.stream().anyMatch(statement -> parser.parse(statement) instanceof ParseResult.Parsed);
        if (!sql && first instanceof ParseResult.Rejected rejected) {
            throw new IllegalArgumentException(
                    "no statement of it parses, the first fails at " + rejected.error() + "; expected SQL");
        }
    }

    private static ReproSource readFolder(Path folder) {
        if (!FindingFolder.is(folder)) {
            throw new IllegalArgumentException("'" + folder
                    + "' is no finding's folder, it has no finding.json; give one of out/findings/, or a script");
        }
        try {
            Finding finding = FindingFolder.read(folder);
            Repro repro = finding.repro();
            return new ReproSource(folder, repro == null ? finding.history() : repro.history(), finding, "");
        } catch (UncheckedIOException e) {
            throw new IllegalArgumentException("'" + folder + "' cannot be read: " + e.getMessage(), e);
        }
    }
}
