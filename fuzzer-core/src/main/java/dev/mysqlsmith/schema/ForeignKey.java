package dev.mysqlsmith.schema;

import java.util.List;

/**
 * A foreign key.
 *
 * @param columns of the table that has it
 * @param parent the table that it refers to
 * @param parentColumns of the parent
 */
public record ForeignKey(String name, List<String> columns, String parent, List<String> parentColumns) {}
