package dev.mysqlsmith.cli;

import com.beust.jcommander.JCommander;
import com.beust.jcommander.ParameterDescription;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The texts of {@code -h}. */
final class HelpWriter {
    private HelpWriter() {}

    static String all() {
        StringBuilder text = new StringBuilder("""
                mysqlsmith fuzzes MySQL servers with random SQL, reduces what it finds, and checks whether a bug is triggered.

                Usage: mysqlsmith COMMAND [options]     mysqlsmith COMMAND -h shows a command's options

                Commands:
                """);
        for (CommandName name : CommandName.values()) {
            text.append(String.format(Locale.ROOT, "  %-10s %s%n", name.word(), name.summary()));
        }
        return text.append("""

                @FILE puts the options of a file in, one with its value on each line. --version shows the version.
                Results go to standard output, progress to standard error.
                Exit codes: 0 ran, nothing found; 3 found or triggered; 2 wrong usage; 125 the tool or its environment failed.
                """).toString();
    }

    static String of(CommandName name, Command command, JCommander commander) {
        StringBuilder text = new StringBuilder()
                .append("mysqlsmith ")
                .append(name.word())
                .append(": ")
                .append(name.summary())
                .append("\n\n")
                .append("Usage: mysqlsmith ")
                .append(name.word())
                .append(" [options] ")
                .append(command.operands())
                .append("\n\nOptions:\n");
        commander.getParameters().stream()
                .sorted(Comparator.comparingInt(
                        option -> option.getParameterAnnotation().order()))
                .forEach(option -> text.append(line(option)));
        String epilogue = command.epilogue();
        return (epilogue.isEmpty() ? text : text.append("\n").append(epilogue)).toString();
    }

    private static String line(ParameterDescription option) {
        List<String> names = Arrays.asList(option.getParameterAnnotation().names());
        String placeholder = option.getParameterAnnotation().placeholder();
        String head = String.join(", ", names) + (placeholder.isEmpty() ? "" : " " + placeholder);
        Object value = option.getDefault();
        boolean shown = CommandParser.takesValue(option)
                && value != null
                && !value.toString().isEmpty()
                && !value.toString().equals("[]");
        String rest = option.getDescription() + (shown ? " (default: " + value + ")" : "");
        return head.length() <= 26
                ? String.format(Locale.ROOT, "  %-26s %s%n", head, rest)
                : String.format(Locale.ROOT, "  %s%n  %-26s %s%n", head, "", rest);
    }
}
