package dev.mysqlsmith.cli;

import com.beust.jcommander.JCommander;
import com.beust.jcommander.ParameterDescription;
import com.beust.jcommander.ParameterException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Fills a command's options in, and makes one clear line of whatever is wrong with them. */
final class CommandParser {
    private final String word;
    private final JCommander commander;

    CommandParser(String word, Command command) {
        this.word = word;
        this.commander = JCommander.newBuilder().addObject(command).build();
        commander.setExpandAtSign(false);
        commander.createDescriptions(); // else it knows no options until it has parsed
        commander.setAllowParameterOverwriting(true); // an option file first, then what is typed behind it
    }

    JCommander commander() {
        return commander;
    }

    void parse(List<String> arguments) {
        refuseUnknownOptions(arguments);
        try {
            commander.parse(arguments.toArray(String[]::new));
        } catch (ParameterException e) {
            throw new UsageException(word + ": " + e.getMessage() + "; see mysqlsmith " + word + " -h");
        }
    }

    /** JCommander takes an unknown option for an operand, or names no better one. */
    private void refuseUnknownOptions(List<String> arguments) {
        Map<String, ParameterDescription> options = options();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            ParameterDescription option = options.get(argument);
            if (option != null && takesValue(option)) {
                i++;
                if (i == arguments.size()) {
                    throw new UsageException(word + ": option '" + argument + "' needs a value: "
                            + option.getDescription() + "; see mysqlsmith " + word + " -h");
                }
            } else if (option == null && argument.length() > 1 && argument.startsWith("-")) {
                throw new UsageException(word + ": unknown option '" + argument + "'"
                        + NearestName.hint(argument, options.keySet()) + "; see mysqlsmith " + word + " -h");
            } else if (option == null && commander.getMainParameter() == null) {
                throw new UsageException(word + ": unexpected argument '" + argument
                        + "'; it takes options only, see mysqlsmith " + word + " -h");
            }
        }
    }

    private Map<String, ParameterDescription> options() {
        Map<String, ParameterDescription> options = new TreeMap<>();
        for (ParameterDescription option : commander.getParameters()) {
            for (String name : option.getParameterAnnotation().names()) {
                options.put(name, option);
            }
        }
        return options;
    }

    static boolean takesValue(ParameterDescription option) {
        return option.getParameterized().getType() != boolean.class;
    }
}
