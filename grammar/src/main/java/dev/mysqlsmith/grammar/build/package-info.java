/** What runs while the project is built: reads the {@code .g4} files with ANTLR's own tool. Not part of the jar. */
@NullMarked
package dev.mysqlsmith.grammar.build;

import org.jspecify.annotations.NullMarked;
