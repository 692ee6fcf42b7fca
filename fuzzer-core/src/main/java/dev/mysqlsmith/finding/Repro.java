package dev.mysqlsmith.finding;

import java.util.List;

/**
 * A reduced history, as it is written for people.
 *
 * @param history its statements
 * @param tokens how many tokens they have, as the lexer counts
 * @param errors one number a statement: the error that it gives on the server that fails, 0 for none; the last statements
 *     may lack theirs
 * @param result what mysqltest prints for it on a server that answers rightly, as far as that is known; empty where nothing is
 */
public record Repro(History history, int tokens, List<Integer> errors, String result) {
    public Repro {
        errors = List.copyOf(errors);
    }

    /** Without a known right answer. */
    public Repro(History history, int tokens, List<Integer> errors) {
        this(history, tokens, errors, "");
    }
}
