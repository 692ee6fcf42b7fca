package dev.mysqlsmith.campaign;

import dev.mysqlsmith.finding.History;
import dev.mysqlsmith.oracle.ReplayOracles;
import dev.mysqlsmith.reduce.ReduceListener;
import dev.mysqlsmith.reduce.Reduction;
import dev.mysqlsmith.script.ScriptFormat;
import dev.mysqlsmith.script.ScriptInput;
import dev.mysqlsmith.server.ServerProgress;
import dev.mysqlsmith.server.ServerSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * A find of a campaign against {@link #SPEC}: its whole history, as {@code history.sql} of the finding has it.
 *
 * @param id the signature's, and the file's name before {@code .sql.gz}
 */
public record CampaignFind(String id, History history) {
    /** Where it was found. */
    public static final ServerSpec SPEC = ServerSpec.parse("mysql:8.0.33-debug");

    private static final String ENDING = ".sql.gz";
    private static final int PARALLEL = 2;

    /** All that are kept, in the order of their ids. */
    public static List<CampaignFind> all() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(CampaignFind.class.getResource("/dev/mysqlsmith/reduce/finds"))
                .toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .map(CampaignFind::read)
                    .toList();
        }
    }

    private static CampaignFind read(Path file) {
        String name = file.getFileName().toString();
        try (InputStream packed = Files.newInputStream(file);
                GZIPInputStream text = new GZIPInputStream(packed)) {
            ScriptInput input = ScriptInput.read(name, text.readAllBytes(), ScriptFormat.SQL);
            return new CampaignFind(name.substring(0, name.length() - ENDING.length()), input.history());
        } catch (IOException e) {
            throw new UncheckedIOException(file + " can't be read", e);
        }
    }

    /** The find with its repro in the place of its history. */
    public CampaignFind reducedTo(Reduction reduction) {
        return new CampaignFind(id, reduction.repro());
    }

    /** @throws IllegalStateException where it does not come back */
    public Reduction reduce(Duration time) {
        return new ScriptReducer(SPEC, List.of(), ReplayOracles.NONE, time, PARALLEL, ServerProgress.SILENT)
                .withStatementTimeout(CampaignLimits.defaults().statementTimeout())
                .reduce(history, id, ReduceListener.none())
                .orElseThrow(() -> new IllegalStateException(id + " does not come back on " + SPEC))
                .made()
                .reduction();
    }
}
