/**
 * Campaigns: workers that run generated statements round by round, their budget, what becomes of a suspect, statistics,
 * checkpoints, and the campaign's folder.
 *
 * <p>Not here: making statements (see {@code generate}), judging them (see {@code oracle}), showing progress (that is
 * whoever listens).
 */
@NullMarked
package dev.mysqlsmith.campaign;

import org.jspecify.annotations.NullMarked;
