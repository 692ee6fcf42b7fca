package dev.mysqlsmith.verify;

import dev.mysqlsmith.finding.Finding;
import dev.mysqlsmith.finding.FindingFolder;
import dev.mysqlsmith.finding.History;
import dev.mysqlsmith.finding.Signature;
import dev.mysqlsmith.finding.Step;
import dev.mysqlsmith.grammar.ScriptReader;
import dev.mysqlsmith.grammar.ScriptStatement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A repro as it is given: a script in the mysql client's form, or a finding's folder.
 *
 * @param history its statements
 * @param signature the failure that it is to show; null for a script, which does not tell
 */
public record ReproSource(History history, @Nullable Signature signature) {
    private static final Pattern USE = Pattern.compile("(?is)(?:\\s|/\\*.*?\\*/|#[^\\n]*\\n|--\\s[^\\n]*\\n)*USE\\b.*");

    /**
     * Reads a repro. A script that never says USE gets a database {@code test} to run in, as MySQL's own tests have it.
     *
     * @throws IllegalArgumentException where there is none at that path, or it has no statement
     * @throws UncheckedIOException where it can't be read
     */
    public static ReproSource read(Path path) {
        if (FindingFolder.is(path)) {
            Finding finding = FindingFolder.read(path);
            History history =
                    finding.repro() == null ? finding.history() : finding.repro().history();
            return new ReproSource(history, finding.signature());
        }
        if (!Files.isRegularFile(path)) {
            throw new IllegalArgumentException("repro '" + path + "': expected a file with SQL statements, or a finding's"
                    + " folder with its finding.json");
        }
        return ofScript(path, text(path));
    }

    private static ReproSource ofScript(Path path, String script) {
        List<Step> steps = new ArrayList<>();
        for (ScriptStatement statement : ScriptReader.read(script, Set.of())) {
            steps.add(new Step(0, statement.text()));
        }
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("repro '" + path + "': there is no statement in it; expected SQL statements"
                    + " that end in ';'");
        }
        if (steps.stream().noneMatch(step -> USE.matcher(step.sql()).matches())) {
            steps.add(0, new Step(0, "CREATE DATABASE IF NOT EXISTS test"));
            steps.add(1, new Step(0, "USE test"));
        }
        return new ReproSource(new History(steps), null);
    }

    private static String text(Path path) {
        try {
            return Files.readString(path, StandardCharsets.UTF_8);
        } catch (MalformedInputException e) {
            throw new IllegalArgumentException(
                    "repro '" + path + "': it is not UTF-8; convert it, for example with iconv -f latin1 -t utf8", e);
        } catch (IOException e) {
            throw new UncheckedIOException("repro '" + path + "' can't be read", e);
        }
    }
}
