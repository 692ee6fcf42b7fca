package dev.mysqlsmith.execute;

/**
 * An error that the server answered.
 *
 * @param code MySQL's error number, 1064 for a syntax error
 * @param sqlState five characters
 * @param message the server's text
 */
public record SqlError(int code, String sqlState, String message) {}
