package dev.mysqlsmith.generate;

import java.util.List;
import java.util.Set;

/**
 * A statement that PREPARE has given a name.
 *
 * @param variables the user variables that its parameters are taken from
 * @param uses tables and routines that it names
 */
record PreparedStatement(String name, List<String> variables, Set<String> uses) {}
