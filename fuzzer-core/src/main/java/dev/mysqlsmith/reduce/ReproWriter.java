package dev.mysqlsmith.reduce;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.mysqlsmith.finding.Repro;
import dev.mysqlsmith.finding.ReproScript;
import dev.mysqlsmith.finding.Signature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes a reduction's files: {@code repro.sql}, {@code repro.test}, {@code reduce.json}. */
public final class ReproWriter {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path folder;

    public ReproWriter(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes the three files, making the folder where it is missing.
     *
     * @param server the spec and what the server calls itself, for the head of the mysqltest script
     * @param restarts servers that were started anew for it
     * @throws UncheckedIOException where they can't be written
     */
    public void write(Signature signature, String server, Reduction reduction, Repro repro, long restarts) {
        try {
            Files.createDirectories(folder);
            write("repro.sql", ReproScript.forClient(repro.history()));
            write("repro.test", ReproScript.forMysqltest(repro, signature + "\n" + server));
            write("reduce.json", json(signature.text(), signature.kind().text(), server, reduction, repro, restarts));
        } catch (IOException e) {
            throw new UncheckedIOException("the reduction's folder " + folder + " can't be written", e);
        }
    }

    /**
     * The same three files where a shell command has judged.
     *
     * @throws UncheckedIOException where they can't be written
     */
    public void writeJudgedBy(String command, Reduction reduction, Repro repro) {
        String signature = "exit status 0 of " + command;
        try {
            Files.createDirectories(folder);
            write("repro.sql", ReproScript.forClient(repro.history()));
            write("repro.test", ReproScript.forMysqltest(repro, signature));
            write("reduce.json", json(signature, "script", "", reduction, repro, 0));
        } catch (IOException e) {
            throw new UncheckedIOException("the reduction's folder " + folder + " can't be written", e);
        }
    }

    /**
     * Writes {@code evidence.txt}, which a finding's folder has from elsewhere.
     *
     * @throws UncheckedIOException where it can't be written
     */
    public void writeEvidence(String evidence) {
        try {
            write("evidence.txt", evidence.endsWith("\n") ? evidence : evidence + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("the evidence can't be written into " + folder, e);
        }
    }

    private void write(String name, String text) throws IOException {
        Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }

    private static String json(
            String signature, String kind, String server, Reduction reduction, Repro repro, long restarts)
            throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("signature", signature);
        fields.put("kind", kind);
        fields.put("server", server);
        fields.put("statementsBefore", reduction.statementsBefore());
        fields.put("statements", repro.history().size());
        fields.put("tokensBefore", reduction.tokensBefore());
        fields.put("tokens", reduction.tokens());
        fields.put("executions", reduction.executions());
        fields.put("restarts", restarts);
        fields.put("seconds", reduction.elapsed().toMillis() / 1000.0);
        fields.put("status", reduction.status().text());
        fields.put("reason", reduction.reason());
        return JSON.writeValueAsString(fields) + "\n";
    }
}
