package dev.mysqlsmith.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Arguments as they were typed: option files are put in, {@code --name=value} is taken apart. */
final class Arguments {
    private Arguments() {}

    static List<String> expand(String... typed) {
        List<String> expanded = new ArrayList<>();
        for (String argument : typed) {
            if (argument.length() > 1 && argument.startsWith("@")) {
                expanded.addAll(ofFile(argument.substring(1)));
            } else {
                addTo(expanded, argument);
            }
        }
        return expanded;
    }

    /** An option file: an option with its value on each line; blank lines and lines that begin with # are left out. */
    private static List<String> ofFile(String file) {
        List<String> arguments = new ArrayList<>();
        for (String line : lines(file)) {
            String text = line.strip();
            if (text.isEmpty() || text.startsWith("#")) {
                continue;
            }
            String[] parts = text.startsWith("-") ? text.split("\\s+", 2) : new String[] {text};
            for (String part : parts) {
                addTo(arguments, part);
            }
        }
        return arguments;
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of(file));
        } catch (NoSuchFileException e) {
            throw new UsageException("option file '" + file + "' does not exist; give @FILE the path of a text file");
        } catch (IOException e) {
            throw new UsageException("option file '" + file + "' cannot be read (" + e.getMessage()
                    + "); expected text in UTF-8, an option a line");
        }
    }

    private static void addTo(List<String> arguments, String argument) {
        int equals = argument.indexOf('=');
        if (argument.startsWith("--") && equals > 2) {
            arguments.add(argument.substring(0, equals));
            arguments.add(argument.substring(equals + 1));
        } else {
            arguments.add(argument);
        }
    }
}
