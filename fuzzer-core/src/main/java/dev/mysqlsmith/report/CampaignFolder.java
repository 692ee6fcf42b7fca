package dev.mysqlsmith.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of a campaign's folder that are not findings. Each is written whole or not at all, so that a kill at any moment leaves the folder readable. */
public final class CampaignFolder {
    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final Path root;

    private CampaignFolder(Path root) {
        this.root = root;
    }

    /**
     * A folder for a new campaign.
     *
     * @throws FolderException where there is something already, or it can't be written
     */
    public static CampaignFolder create(Path root) {
        try {
            if (Files.exists(root) && !isEmptyFolder(root)) {
                throw new FolderException(
                        "output folder '" + root + "' exists already and is left as it is; give --out a new"
                                + " one, or go on with the campaign in it by --resume " + root);
            }
            Files.createDirectories(root.resolve("findings"));
            return new CampaignFolder(root);
        } catch (IOException e) {
            throw new FolderException("output folder '" + root + "' cannot be written (" + reason(e)
                    + "); give --out a path where you may create folders");
        }
    }

    /**
     * The folder of a campaign that has run before.
     *
     * @throws FolderException where it is none
     */
    public static CampaignFolder open(Path root) {
        CampaignFolder folder = new CampaignFolder(root);
        if (!Files.isRegularFile(folder.campaignFile())) {
            throw new FolderException("'" + root
                    + "' is no campaign's folder: it has no campaign.json; give the folder that --out named");
        }
        return folder;
    }

    /** The folder itself. */
    public Path root() {
        return root;
    }

    /** What was asked. */
    public Path campaignFile() {
        return root.resolve("campaign.json");
    }

    /** Totals over time, a line each. */
    public Path statisticsFile() {
        return root.resolve("stats.jsonl");
    }

    /** The statements that each round begins with, where they were given. */
    public Path seedFile() {
        return root.resolve("seed.sql");
    }

    /** Writes the statements that each round begins with. */
    public void writeSeed(String script) {
        try {
            Files.writeString(seedFile(), script);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + seedFile() + ": is the disk full?", e);
        }
    }

    /**
     * The statements that each round begins with.
     *
     * @throws FolderException where they are gone
     */
    public String seed() {
        try {
            return Files.readString(seedFile());
        } catch (IOException e) {
            throw new FolderException("'" + seedFile() + "' cannot be read (" + reason(e)
                    + "); put the file back as mysqlsmith wrote it, or begin a new campaign");
        }
    }

    /** One folder a finding. */
    public Path findings() {
        return root.resolve("findings");
    }

    /** The log. */
    public Path logFile() {
        return root.resolve("mysqlsmith.log");
    }

    /** What was asked of the campaign. */
    public CampaignRecord campaign() {
        return read(campaignFile(), CampaignRecord.class);
    }

    /** Totals over time, oldest first; a last line that a kill cut short is left out. */
    public List<StatisticsSnapshot> statistics() {
        if (!Files.exists(statisticsFile())) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(statisticsFile())) {
            return lines.filter(line -> line.endsWith("}"))
                    .flatMap(CampaignFolder::snapshot)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes what was asked. */
    public void write(CampaignRecord campaign) {
        replace(campaignFile(), JSON.writerWithDefaultPrettyPrinter(), campaign);
    }

    /** Writes how far it is, a value that JSON can hold. */
    public void writeCheckpoint(Object checkpoint) {
        replace(checkpointFile(), JSON.writer(), checkpoint);
    }

    /** Adds a line of totals. */
    public void append(StatisticsSnapshot totals) {
        JsonLines.append(statisticsFile(), totals);
    }

    /** How far it was when it last wrote that down; empty where it never did. */
    public <T> Optional<T> checkpoint(Class<T> type) {
        return Files.exists(checkpointFile()) ? Optional.of(read(checkpointFile(), type)) : Optional.empty();
    }

    /** Takes the folder away again while nothing is in it. */
    public void removeIfUnused() {
        try {
            Files.deleteIfExists(findings());
            Files.deleteIfExists(seedFile());
            Files.deleteIfExists(root);
        } catch (IOException e) {
            // something is in it: then it stays
        }
    }

    private Path checkpointFile() {
        return root.resolve("checkpoint.json");
    }

    private static Stream<StatisticsSnapshot> snapshot(String line) {
        try {
            return Stream.of(JSON.readValue(line, StatisticsSnapshot.class));
        } catch (JsonProcessingException e) {
            return Stream.empty();
        }
    }

    private static <T> T read(Path file, Class<T> type) {
        try {
            return JSON.readValue(file.toFile(), type);
        } catch (IOException e) {
            throw new FolderException("'" + file + "' cannot be read as JSON (" + reason(e)
                    + "); put the file back as mysqlsmith wrote it, or begin a new campaign");
        }
    }

    private static void replace(Path file, ObjectWriter writer, Object value) {
        try {
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.write(fresh, writer.writeValueAsBytes(value));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": is the disk full?", e);
        }
    }

    private static boolean isEmptyFolder(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(path)) {
            return entries.findAny().isEmpty();
        }
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName().replace("Exception", "") + ": "
                + String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
