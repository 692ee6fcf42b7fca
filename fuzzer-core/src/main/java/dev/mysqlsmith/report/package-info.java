/**
 * What a campaign leaves behind for people and machines: the files of its folder, and the HTML report that is made of them.
 *
 * <p>Not here: the findings' own folders (see {@code finding}) and running anything.
 */
@NullMarked
package dev.mysqlsmith.report;

import org.jspecify.annotations.NullMarked;
