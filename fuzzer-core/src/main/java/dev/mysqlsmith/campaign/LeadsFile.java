package dev.mysqlsmith.campaign;

import dev.mysqlsmith.oracle.Verdict;
import dev.mysqlsmith.report.JsonLines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code leads.jsonl}: what is no finding and may still be worth a look, a line each; the first ones only. Thread-safe. */
final class LeadsFile {
    private static final int MOST = 500;

    private final Path file;
    private int written;

    LeadsFile(Path file) {
        this.file = file;
        this.written = Files.exists(file) ? lines(file) : 0;
    }

    /** Adds one, while there are few. */
    synchronized void append(String oracle, Verdict.Lead lead) {
        if (written >= MOST) {
            return;
        }
        written++;
        Map<String, String> line = new LinkedHashMap<>();
        line.put("oracle", oracle);
        line.put("lead", lead.text());
        line.put("evidence", lead.evidence());
        JsonLines.append(file, line);
    }

    private static int lines(Path file) {
        try {
            return Files.readAllLines(file).size();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
