/**
 * Where a tester's own tables come from: a dump, or a database that is only read; either gives a script. Not here: what the
 * script means (see {@code generate}).
 */
@NullMarked
package dev.mysqlsmith.source;

import org.jspecify.annotations.NullMarked;
