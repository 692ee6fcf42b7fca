package dev.mysqlsmith.server;

/** Is told what takes long while a server is fetched and started. */
public interface ServerProgress {

    /** Listens to nothing. */
    ServerProgress SILENT = new ServerProgress() {};

    /**
     * Bytes of the current download so far.
     *
     * @param total or -1 where it is not known
     */
    default void download(long bytesDone, long total) {}

    /** A step begins: {@code initialising a data directory of mysql:8.0.33}. */
    default void step(String text) {}
}
