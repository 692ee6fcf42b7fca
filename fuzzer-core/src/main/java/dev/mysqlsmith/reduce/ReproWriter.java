package dev.mysqlsmith.reduce;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.mysqlsmith.finding.Repro;
import dev.mysqlsmith.finding.ReproReport;
import dev.mysqlsmith.finding.ReproScript;
import dev.mysqlsmith.finding.Signature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes a reduction's files. */
public final class ReproWriter {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path folder;

    public ReproWriter(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes the report's files, {@code evidence.txt} and {@code reduce.json}, making the folder where it is missing.
     *
     * @param restarts servers that were started anew for it
     * @throws UncheckedIOException where they can't be written
     */
    public void write(ReproReport report, Reduction reduction, long restarts) {
        Map<String, String> files = new LinkedHashMap<>(report.files());
        files.put(
                "evidence.txt",
                report.evidence().isEmpty() || report.evidence().endsWith("\n")
                        ? report.evidence()
                        : report.evidence() + "\n");
        writeAll(files);
        writeFigures(report, reduction, restarts);
    }

    /** {@code reduce.json} alone, where the other files are there already. */
    public void writeFigures(ReproReport report, Reduction reduction, long restarts) {
        Signature signature = report.signature();
        String json = json(
                signature.text(), signature.kind().text(), report.versionString(), reduction, report.repro(), restarts);
        writeAll(Map.of("reduce.json", json));
    }

    /** {@code repro.sql}, {@code repro.test} and {@code reduce.json} where a shell command has judged. */
    public void writeJudgedBy(String command, Reduction reduction, Repro repro) {
        String signature = "exit status 0 of " + command;
        writeAll(Map.of(
                "repro.sql",
                ReproScript.forClient(repro.history()),
                "repro.test",
                ReproScript.forMysqltest(repro, signature),
                "reduce.json",
                json(signature, "script", "", reduction, repro, 0)));
    }

    private void writeAll(Map<String, String> files) {
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, String> file : files.entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the reduction's folder " + folder + " can't be written", e);
        }
    }

    private static String json(
            String signature, String kind, String server, Reduction reduction, Repro repro, long restarts) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("signature", signature);
        fields.put("kind", kind);
        fields.put("server", server);
        fields.put("statementsBefore", reduction.statementsBefore());
        fields.put("statements", repro.history().size());
        fields.put("tokensBefore", reduction.tokensBefore());
        fields.put("tokens", reduction.tokens());
        fields.put("rateBefore", reduction.rate().value());
        fields.put("executions", reduction.executions());
        fields.put("restarts", restarts);
        fields.put("seconds", reduction.elapsed().toMillis() / 1000.0);
        fields.put("status", reduction.status().text());
        fields.put("reason", reduction.reason());
        try {
            return JSON.writeValueAsString(fields) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers can't be written as JSON", e);
        }
    }
}
