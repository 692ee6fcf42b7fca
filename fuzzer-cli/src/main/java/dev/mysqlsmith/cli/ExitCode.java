package dev.mysqlsmith.cli;

/** What the process ends with. Scripts and {@code git bisect run} rely on the numbers. */
final class ExitCode {
    /** It ran, and found or triggered nothing. */
    static final int RAN = 0;

    /** The command line or a file that it names is wrong. */
    static final int USAGE = 2;

    /** Something was found, or the bug was triggered. */
    static final int FOUND = 3;

    /** The tool or its environment failed, so that nothing can be said. */
    static final int FAULT = 125;

    private ExitCode() {}
}
