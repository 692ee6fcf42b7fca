package dev.mysqlsmith.finding;

/** What a server's evidence says about a run. */
public sealed interface Incident {

    /**
     * The server failed by itself.
     *
     * @param evidence the lines that say so: of the log, or of a debugger's stacks
     */
    record Failure(Signature signature, String evidence) implements Incident {}

    /** The server is gone, but not by a fault of its own: killed from outside, out of memory, shut down. No find. */
    record ServerLost(String reason) implements Incident {}

    /** The server runs and has nothing to say. */
    record Nothing() implements Incident {}
}
