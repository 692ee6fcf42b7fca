/** Seeded choices: the one source of randomness. Not here: what the choices are about. */
@NullMarked
package dev.mysqlsmith.random;

import org.jspecify.annotations.NullMarked;
