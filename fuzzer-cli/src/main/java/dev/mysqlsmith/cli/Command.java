package dev.mysqlsmith.cli;

import com.beust.jcommander.Parameter;

/** A command with its options, which JCommander fills in. */
abstract class Command {

    @Parameter(
            names = {"-h", "--help"},
            help = true,
            order = 100,
            description = "Show this help")
    boolean help;

    @Parameter(
            names = "--verbose",
            order = 99,
            description = "Show the log on standard error, and the stack trace of an error")
    boolean verbose;

    /**
     * Does the work.
     *
     * @return an exit code
     * @throws UsageException where what was asked is wrong
     */
    abstract int run(Console console) throws Exception;

    /** What stands behind the options in the help: {@code [FILE ...]}, empty where nothing may. */
    String operands() {
        return "";
    }

    /** Lines of the help behind the options: examples, exit codes. */
    String epilogue() {
        return "";
    }
}
