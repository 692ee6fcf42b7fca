package dev.mysqlsmith.oracle;

import java.util.List;

/** A way to store a table that must not matter to what queries give. */
enum StoredAs {
    MYISAM("in MyISAM", "ENGINE = MyISAM"),
    MEMORY("in MEMORY", "ENGINE = MEMORY"),
    INNODB("in InnoDB", "ENGINE = InnoDB"),
    PARTITIONED("in partitions", "PARTITION BY KEY () PARTITIONS 3"),
    INVISIBLE("with invisible indexes", "ALTER INDEX %s INVISIBLE"),
    DROPPED("without indexes", "DROP INDEX %s");

    private final String title;
    private final String alteration;

    StoredAs(String title, String alteration) {
        this.title = title;
        this.alteration = alteration;
    }

    /** For people: {@code in MyISAM}. */
    String title() {
        return title;
    }

    /** What ALTER TABLE does to a copy, each by itself. */
    List<String> alterations(List<String> indexes) {
        return alteration.contains("%s")
                ? indexes.stream().map(index -> alteration.replace("%s", index)).toList()
                : List.of(alteration);
    }
}
