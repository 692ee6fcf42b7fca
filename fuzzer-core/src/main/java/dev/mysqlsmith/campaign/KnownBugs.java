package dev.mysqlsmith.campaign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.mysqlsmith.finding.KnownBug;
import dev.mysqlsmith.finding.Signature;
import dev.mysqlsmith.generate.Features;
import dev.mysqlsmith.grammar.Nearest;
import dev.mysqlsmith.grammar.ParseResult;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.grammar.SqlParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A list of bugs that are known already, from a YAML file: see {@link KnownBug} for what an entry has.
 *
 * @param entries in the order of the list; the first one that tells a failure counts
 */
public record KnownBugs(List<KnownBug> entries) {
    /** An empty list. */
    public static final KnownBugs NONE = new KnownBugs(List.of());

    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** @throws IllegalArgumentException where there is no feature of a name */
    public KnownBugs {
        entries = List.copyOf(entries);
        entries.stream().map(KnownBug::feature).filter(Objects::nonNull).forEach(KnownBugs::checkFeature);
    }

    /**
     * Reads a list.
     *
     * @throws IllegalArgumentException where the file can't be read, or is not such a list
     */
    public static KnownBugs read(Path file) {
        try {
            String text = Files.readString(file);
            return text.lines().allMatch(line -> line.isBlank() || line.startsWith("#"))
                    ? NONE
                    : new KnownBugs(YAML.readValue(text, new TypeReference<List<KnownBug>>() {}));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "known bugs '" + file + "'" + place(e) + ": " + reason(e)
                            + "; expected a YAML list of entries with signature, error, statement or feature, and"
                            + " link, reason, until",
                    e);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "known bugs '" + file + "' cannot be read (" + e.getClass().getSimpleName()
                            + "); expected a YAML file",
                    e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("known bugs '" + file + "': " + e.getMessage(), e);
        }
    }

    private static String place(JsonProcessingException e) {
        return e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr();
    }

    private static String reason(JsonProcessingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            List<String> names =
                    unknown.getKnownPropertyIds().stream().map(String::valueOf).toList();
            return "unknown field '" + unknown.getPropertyName() + "', nearest is '"
                    + Nearest.to(unknown.getPropertyName(), names) + "'";
        }
        Throwable cause = e instanceof JsonMappingException && e.getCause() != null ? e.getCause() : e;
        String message = cause instanceof JsonProcessingException json ? json.getOriginalMessage() : cause.getMessage();
        return String.valueOf(message).lines().findFirst().orElse("not YAML");
    }

    private static void checkFeature(String feature) {
        List<String> names = Features.standard().names();
        if (!names.contains(feature)) {
            throw new IllegalArgumentException("feature '" + feature + "' is none that is counted; nearest is '"
                    + Nearest.to(feature, names) + "'");
        }
    }

    /**
     * The entry that tells a failure.
     *
     * @param sql the statement that showed it
     * @param versionString of the server
     */
    public Optional<KnownBug> find(Signature signature, String evidence, String sql, String versionString) {
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        ServerVersion version = ServerVersion.parse(versionString);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return entries.stream()
                .filter(entry -> !entry.isOver(today, version))
                .filter(entry -> entry.tells(signature, evidence, sql))
                .filter(entry -> entry.feature() == null || hasFeature(entry.feature(), sql, version))
                .findFirst();
    }

    /** Whether an entry tells it. */
    public boolean has(Signature signature, String evidence, String sql, String versionString) {
        return find(signature, evidence, sql, versionString).isPresent();
    }

    private static boolean hasFeature(String feature, String sql, ServerVersion version) {
        int number = Features.standard().names().indexOf(feature);
        return new SqlParser(version, Set.of()).parse(sql) instanceof ParseResult.Parsed parsed
                && Features.standard().of(parsed.tree()).get(number);
    }
}
