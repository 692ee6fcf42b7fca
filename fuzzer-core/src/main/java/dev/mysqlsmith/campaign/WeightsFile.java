package dev.mysqlsmith.campaign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.mysqlsmith.report.JsonLines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code weights.jsonl}: each change of a worker's weights, a line each, so that a run replays and can go on. */
final class WeightsFile {
    /** Rows of earlier versions had a number where there is a truth value now, and are not to be taken for it. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    /**
     * A change of weights.
     *
     * @param round the first round that has them
     * @param arms what was known, and the factors
     */
    record Change(int worker, long round, List<Arms.Arm> arms) {}

    private final Path file;

    WeightsFile(Path file) {
        this.file = file;
    }

    /** Adds a change. */
    synchronized void append(Change change) {
        JsonLines.append(file, change);
    }

    /** The latest change of that worker that holds for {@code round}. */
    synchronized Optional<Change> before(int worker, long round) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith("{\"worker\":" + worker + ","))
                    .flatMap(WeightsFile::change)
                    .filter(change -> change.round() <= round)
                    .reduce((earlier, later) -> later.round() >= earlier.round() ? later : earlier);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** Nothing where a kill has cut the line short, or another version has written it. */
    private static Stream<Change> change(String line) {
        try {
            return Stream.of(JSON.readValue(line, Change.class));
        } catch (JsonProcessingException e) {
            return Stream.empty();
        }
    }
}
