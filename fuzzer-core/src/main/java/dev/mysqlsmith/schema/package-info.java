/**
 * What is known of a database: tables, columns, indexes, views. Not here: how it is guessed from statements (see {@code
 * generate}) and anything that connects to a server.
 */
@NullMarked
package dev.mysqlsmith.schema;

import org.jspecify.annotations.NullMarked;
