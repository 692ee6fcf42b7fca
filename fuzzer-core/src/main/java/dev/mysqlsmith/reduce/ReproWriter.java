package dev.mysqlsmith.reduce;

import dev.mysqlsmith.finding.Repro;
import dev.mysqlsmith.finding.Signature;
import java.nio.file.Path;

/** Writes a reduction's files: {@code repro.sql}, {@code repro.test}, {@code reduce.json}. */
public final class ReproWriter {
    private final Path folder;

    public ReproWriter(Path folder) {
        this.folder = folder;
    }

    /** Writes the three files. */
    public void write(Signature signature, String versionString, Reduction reduction, Repro repro, long restarts) {
        throw new UnsupportedOperationException(folder.toString());
    }
}
