package dev.mysqlsmith.reduce;

/** Is told how a reduction goes; called from one thread at a time. */
public interface ReduceListener {

    /** A smaller history was found, or a candidate was run: what there is now. */
    void progress(ReduceProgress progress);

    /** One that does not care. */
    static ReduceListener none() {
        return progress -> {};
    }
}
