package dev.mysqlsmith.oracle;

import dev.mysqlsmith.execute.Outcome;

/** A statement that has run, with what it did. */
public record StatementOutcome(StatementContext context, Outcome outcome) {}
