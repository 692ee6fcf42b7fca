package dev.mysqlsmith.finding;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** skeleton */
public final class FindingStore {
    private final Path folder;

    public FindingStore(Path findingsFolder) {
        this.folder = findingsFolder;
    }

    /** Writes a finding's folder, whole or not at all, over an earlier one of the same signature. Returns the folder. */
    public synchronized Path save(Finding finding) {
        throw new UnsupportedOperationException();
    }

    /** The finding of that signature, where there is one. */
    public synchronized Optional<Finding> find(Signature signature) {
        throw new UnsupportedOperationException();
    }

    /** Counts one more of a signature that is there; returns how many duplicates there are now. */
    public synchronized int countDuplicate(Signature signature) {
        throw new UnsupportedOperationException();
    }

    /** All findings, oldest first. */
    public synchronized List<Finding> all() {
        throw new UnsupportedOperationException();
    }

    /** The folder of one finding, whether it is there or not. */
    public Path folderOf(Signature signature) {
        return folder.resolve(signature.id());
    }
}
