package dev.mysqlsmith.finding;

/**
 * One statement of a history.
 *
 * @param session number of the session that runs it, from 0
 * @param sql the statement's text as it is sent, without a delimiter
 */
public record Step(int session, String sql) {}
