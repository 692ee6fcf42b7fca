package dev.mysqlsmith.oracle;

import dev.mysqlsmith.execute.Outcome;

/** Runs a statement of an oracle in the session of the one that is judged. */
@FunctionalInterface
public interface Asker {
    /** What it did. Who gives this looks after servers that do not survive it. */
    Outcome ask(String sql);
}
