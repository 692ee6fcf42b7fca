package dev.mysqlsmith.grammar;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** What is parsed: a line of JSON a statement, with the field {@code sql}; packed where the file ends in {@code .gz}. */
final class Statements {
    private Statements() {}

    static List<String> read(Path file) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<String> statements = new ArrayList<>();
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                statements.add(json.readTree(line).get("sql").asText());
            }
        }
        return statements;
    }
}
