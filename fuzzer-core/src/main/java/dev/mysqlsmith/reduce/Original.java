package dev.mysqlsmith.reduce;

/**
 * What the original showed before the search.
 *
 * @param last the first run that showed the failure; the last one where none did
 * @param rate how often it was shown
 */
record Original(Observation last, Rate rate) {}
