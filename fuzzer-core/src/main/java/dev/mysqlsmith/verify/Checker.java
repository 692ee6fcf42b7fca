package dev.mysqlsmith.verify;

import java.util.List;

/** Says on which servers a repro shows its failure. */
public final class Checker {

    /** One result a server, in the order of the request. Never throws for a server that can't be had: its result says so. */
    public List<CheckResult> check(CheckRequest request) {
        throw new UnsupportedOperationException();
    }
}
