package dev.mysqlsmith.cli;

import dev.mysqlsmith.server.ServerException;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The entry point: finds the command, runs it, and turns what went wrong into one line and an exit code. */
public final class Main {
    private final Console console;

    Main(Console console) {
        this.console = console;
    }

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16),
                false,
                StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int exit = new Main(new Console(System.in, out, err, Console.standardErrorIsTerminal())).run(arguments);
        System.exit(exit);
    }

    int run(String... typed) {
        try {
            return dispatch(Arguments.expand(typed));
        } catch (UsageException e) {
            return fail(ExitCode.USAGE, e);
        } finally {
            console.out().flush();
            console.err().flush();
        }
    }

    private int dispatch(List<String> arguments) {
        String first = arguments.isEmpty() ? "" : arguments.get(0);
        switch (first) {
            case "-h", "--help", "help" -> console.out().print(HelpWriter.all());
            case "--version" -> console.out().println("mysqlsmith " + version());
            case "" -> {
                console.err().print(HelpWriter.all());
                return ExitCode.USAGE;
            }
            default -> {
                return runCommand(CommandName.named(first), arguments.subList(1, arguments.size()));
            }
        }
        return ExitCode.RAN;
    }

    private int runCommand(CommandName name, List<String> arguments) {
        Command command = name.make();
        CommandParser parser = new CommandParser(name.word(), command);
        parser.parse(arguments);
        if (command.help) {
            console.out().print(HelpWriter.of(name, command, parser.commander()));
            return ExitCode.RAN;
        }
        return runAndExplain(command);
    }

    @SuppressWarnings("CatchAndPrintStackTrace") // asked for with --verbose
    private int runAndExplain(Command command) {
        Logging.start(command.verbose);
        try {
            int exit = command.run(console);
            return console.out().checkError() ? ExitCode.FAULT : exit;
        } catch (Exception e) {
            Logging.error(e);
            int exit = e instanceof UsageException ? ExitCode.USAGE : ExitCode.FAULT;
            if (command.verbose) {
                e.printStackTrace(console.err());
            }
            return fail(exit, e);
        }
    }

    private int fail(int exit, Exception e) {
        boolean explained = e instanceof UsageException || e instanceof ServerException;
        String message = Objects.requireNonNullElse(e.getMessage(), "");
        console.tell("mysqlsmith: "
                + (explained ? message : e.getClass().getSimpleName() + ": " + message + "; run again with --verbose"));
        return exit;
    }

    private static String version() {
        return Objects.requireNonNullElse(Main.class.getPackage().getImplementationVersion(), "(not packaged)");
    }
}
