package dev.mysqlsmith.generate;

import java.util.List;

/**
 * A statement that PREPARE has given a name.
 *
 * @param variables the user variables that its parameters are taken from
 */
record PreparedStatement(String name, List<String> variables) {}
