package dev.mysqlsmith.finding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.grammar.StatementTokens;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The fields of {@code finding.json}. */
final class FindingJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private FindingJson() {}

    static Map<String, @Nullable Object> toMap(Finding finding) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        Repro repro = finding.repro();
        fields.put("id", finding.id());
        fields.put("kind", finding.signature().kind().text());
        fields.put("oracle", finding.oracle());
        fields.put("signature", finding.signature().text());
        fields.put("server", finding.server());
        fields.put("against", finding.against());
        fields.put("versionString", finding.versionString());
        fields.put("seed", finding.seed() == null ? null : String.format(Locale.ROOT, "0x%016x", finding.seed()));
        fields.put("status", finding.status().text());
        fields.put("rate", finding.rate());
        fields.put("historyStatements", finding.history().size());
        History shown = repro == null ? finding.history() : repro.history(); // as in repro.sql
        fields.put("reproStatements", shown.size());
        fields.put("reproTokens", repro == null ? tokens(finding) : repro.tokens());
        fields.put("reproErrors", repro == null ? null : repro.errors());
        fields.put("firstSeen", finding.firstSeen().toString());
        fields.put("duplicates", finding.duplicates());
        fields.put("known", finding.known());
        fields.put("elsewhere", finding.elsewhere());
        fields.put("history", steps(finding.history()));
        fields.put("repro", repro == null ? null : steps(repro.history()));
        return fields;
    }

    /**
     * Reads what {@link #toMap} writes.
     *
     * @param files the text of a file of the finding's folder, empty where there is none
     * @throws IllegalArgumentException where a field is missing or has another form
     */
    static Finding read(JsonNode json, UnaryOperator<String> files) {
        JsonNode repro = json.path("repro");
        String seed = json.path("seed").asText("");
        return new Finding(
                new Signature(Kind.parse(text(json, "kind")), text(json, "signature")),
                text(json, "oracle"),
                text(json, "server"),
                texts(json.path("against")),
                text(json, "versionString"),
                seed.startsWith("0x") ? Long.parseUnsignedLong(seed.substring(2), 16) : null,
                Finding.Status.valueOf(text(json, "status").toUpperCase(Locale.ROOT)),
                json.path("rate").asDouble(),
                Instant.parse(text(json, "firstSeen")),
                history(json.path("history")),
                repro.isArray()
                        ? new Repro(
                                history(repro),
                                json.path("reproTokens").asInt(),
                                errors(json.path("reproErrors")),
                                files.apply("repro.result"))
                        : null,
                files.apply("server.log"),
                files.apply("evidence.txt"),
                json.path("duplicates").asInt(),
                known(json.path("known")),
                elsewhere(json.path("elsewhere")));
    }

    private static @Nullable KnownBug known(JsonNode entry) {
        return entry.isObject() ? as(KnownBug.class, entry) : null;
    }

    private static List<Elsewhere> elsewhere(JsonNode entries) {
        List<Elsewhere> read = new ArrayList<>();
        entries.forEach(entry -> read.add(as(Elsewhere.class, entry)));
        return read;
    }

    private static <T> T as(Class<T> type, JsonNode entry) {
        try {
            return JSON.treeToValue(entry, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(entry + ": " + e.getOriginalMessage(), e);
        }
    }

    private static int tokens(Finding finding) {
        ServerVersion version = ServerVersion.parse(finding.versionString());
        return finding.history().steps().stream()
                .mapToInt(step ->
                        StatementTokens.of(step.sql(), version, Set.of()).size())
                .sum();
    }

    private static String text(JsonNode json, String field) {
        JsonNode value = json.path(field);
        if (!value.isTextual()) {
            throw new IllegalArgumentException("field '" + field + "': expected a text, got " + value);
        }
        return value.asText();
    }

    /** A statement of the first session is its text alone; of another, the session's number and the text. */
    private static List<Object> steps(History history) {
        return history.steps().stream()
                .map(step -> step.session() == 0
                        ? (Object) step.sql()
                        : Map.of("session", step.session(), "sql", step.sql()))
                .toList();
    }

    private static History history(JsonNode steps) {
        List<Step> read = new ArrayList<>();
        steps.forEach(step -> read.add(
                step.isTextual()
                        ? new Step(0, step.asText())
                        : new Step(step.path("session").asInt(), text(step, "sql"))));
        return new History(read);
    }

    private static List<String> texts(JsonNode array) {
        List<String> read = new ArrayList<>();
        array.forEach(text -> read.add(text.asText()));
        return read;
    }

    private static List<Integer> errors(JsonNode numbers) {
        List<Integer> read = new ArrayList<>();
        numbers.forEach(number -> read.add(number.asInt()));
        return read;
    }
}
