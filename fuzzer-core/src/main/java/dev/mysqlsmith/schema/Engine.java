package dev.mysqlsmith.schema;

import java.util.Arrays;
import java.util.Optional;

/** Storage engines, and what their tables can hold. (Manual: Alternative Storage Engines.) */
public enum Engine {
    INNODB("InnoDB", true, true, true, true, true, true),
    MYISAM("MyISAM", true, true, true, true, true, false),
    MEMORY("MEMORY", true, true, false, false, false, false),
    /** No NULL. */
    CSV("CSV", false, false, true, false, false, false),
    /** Rows are inserted, never changed. */
    ARCHIVE("ARCHIVE", true, false, true, false, false, false),
    /** Keeps no row. */
    BLACKHOLE("BLACKHOLE", true, true, true, false, false, false),
    /** The rows of MyISAM tables that are alike. */
    MERGE("MERGE", true, true, true, false, false, false);

    private final String sql;
    private final boolean nulls;
    private final boolean keys;
    private final boolean large;
    private final boolean generated;
    private final boolean searches;
    private final boolean relations;

    Engine(
            String sql,
            boolean nulls,
            boolean keys,
            boolean large,
            boolean generated,
            boolean searches,
            boolean relations) {
        this.sql = sql;
        this.nulls = nulls;
        this.keys = keys;
        this.large = large;
        this.generated = generated;
        this.searches = searches;
        this.relations = relations;
    }

    /** The engine of that name, in upper or lower case, where it is one of these. */
    public static Optional<Engine> named(String name) {
        return Arrays.stream(values())
                .filter(engine -> engine.sql.equalsIgnoreCase(name))
                .findFirst();
    }

    /** As ENGINE takes it. */
    public String sql() {
        return sql;
    }

    /** Whether columns may be NULL. */
    public boolean holdsNull() {
        return nulls;
    }

    /** Whether it has indexes. */
    public boolean hasKeys() {
        return keys;
    }

    /** Whether it holds TEXT, BLOB, JSON and geometries. */
    public boolean holdsLarge() {
        return large;
    }

    /** Whether it has generated columns and functional indexes. */
    public boolean hasGenerated() {
        return generated;
    }

    /** Whether it has FULLTEXT and SPATIAL indexes. */
    public boolean searches() {
        return searches;
    }

    /** Whether it has foreign keys, partitions and transactions. */
    public boolean isInnodb() {
        return relations;
    }

    /** Whether rows may be updated and deleted. */
    public boolean changesRows() {
        return this != ARCHIVE;
    }
}
