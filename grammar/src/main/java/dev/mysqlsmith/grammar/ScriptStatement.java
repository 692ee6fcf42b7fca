package dev.mysqlsmith.grammar;

/**
 * A statement of a script.
 *
 * @param text as it stands there with the comments before it, without its delimiter
 * @param line of the script on which the text begins, from 1
 */
public record ScriptStatement(String text, int line) {}
