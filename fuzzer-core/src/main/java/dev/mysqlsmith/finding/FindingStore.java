package dev.mysqlsmith.finding;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The folder {@code findings} of a campaign: one folder a signature. What is there when it is opened is loaded, so that a
 * campaign goes on where it was.
 *
 * <p>A file is written beside its place and then renamed, {@code finding.json} last: whenever the process ends, a folder
 * with a {@code finding.json} is whole. A folder without one is left over from such an end and is written again.
 */
public final class FindingStore {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path folder;
    private final Map<String, Finding> findings = new TreeMap<>();

    /**
     * Opens the folder, making it where it is missing.
     *
     * @throws UncheckedIOException where it can't be made, or a finding in it can't be read
     */
    public FindingStore(Path findingsFolder) {
        this.folder = findingsFolder;
        try {
            Files.createDirectories(folder);
            load();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of findings " + folder + " can't be read or made", e);
        }
    }

    /** Writes a finding's folder over an earlier one of the same signature. Returns the folder. */
    public synchronized Path save(Finding finding) {
        Path place = folderOf(finding.signature());
        try {
            Files.createDirectories(place);
            for (Map.Entry<String, String> file : files(finding).entrySet()) {
                write(place.resolve(file.getKey()), file.getValue());
            }
            write(place.resolve("finding.json"), JSON.writeValueAsString(FindingJson.toMap(finding)) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("the finding's folder " + place + " can't be written", e);
        }
        findings.put(finding.id(), finding);
        return place;
    }

    /** The finding of that signature, where there is one. */
    public synchronized Optional<Finding> find(Signature signature) {
        return Optional.ofNullable(findings.get(signature.id()));
    }

    /**
     * Counts one more of a signature that is there; returns how many duplicates there are now.
     *
     * @throws IllegalArgumentException where there is no such finding
     */
    public synchronized int countDuplicate(Signature signature) {
        Finding finding = find(signature)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no finding of '" + signature + "' in " + folder + " to count a duplicate of"));
        Finding counted = finding.withDuplicates(finding.duplicates() + 1);
        save(counted);
        return counted.duplicates();
    }

    /** All findings, oldest first. */
    public synchronized List<Finding> all() {
        return findings.values().stream()
                .sorted(Comparator.comparing(Finding::firstSeen).thenComparing(Finding::id))
                .toList();
    }

    /** The folder of one finding, whether it is there or not. */
    public Path folderOf(Signature signature) {
        return folder.resolve(signature.id());
    }

    private static Map<String, String> files(Finding finding) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("history.sql", ReproScript.forClient(finding.history()));
        ReproReport report = ReproReport.of(finding);
        files.putAll(finding.repro() == null ? report.scripts() : report.files());
        files.put("server.log", finding.serverLog());
        files.put("evidence.txt", finding.evidence());
        files.put("known.yaml", KnownProposal.of(finding));
        return files;
    }

    private static void write(Path file, String text) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        Files.write(beside, text.getBytes(StandardCharsets.UTF_8));
        try {
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void load() throws IOException {
        List<Path> places = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            entries.forEach(places::add);
        }
        for (Path place : places) {
            if (Files.isRegularFile(place.resolve("finding.json"))) {
                Finding finding = FindingFolder.read(place);
                findings.put(finding.id(), finding);
            }
        }
    }
}
