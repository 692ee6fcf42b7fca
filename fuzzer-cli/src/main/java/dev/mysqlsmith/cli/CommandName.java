package dev.mysqlsmith.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The commands, in the order of the help. */
enum CommandName {
    FUZZ("runs a campaign: random SQL against a server, finds are reduced and reported"),
    GENERATE("prints random statements, runs nothing"),
    PARSE("says whether scripts parse"),
    REDUCE("makes a script that triggers a bug as small as it gets"),
    CHECK("says whether a bug is triggered on a server"),
    SERVERS("lists, fetches and starts servers"),
    REPORT("makes the HTML report of a campaign again");

    private final String summary;

    CommandName(String summary) {
        this.summary = summary;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String summary() {
        return summary;
    }

    Command make() {
        return switch (this) {
            case FUZZ -> new FuzzCommand();
            case GENERATE -> new GenerateCommand();
            case PARSE -> new ParseCommand();
            case REDUCE -> new ReduceCommand();
            case CHECK -> new CheckCommand();
            case SERVERS -> new ServersCommand();
            case REPORT -> new ReportCommand();
        };
    }

    static List<String> words() {
        return Arrays.stream(values()).map(CommandName::word).toList();
    }

    /** The command of that name. */
    static CommandName named(String word) {
        return Arrays.stream(values())
                .filter(name -> name.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new UsageException(
                        "unknown command '" + word + "'" + NearestName.hint(word, words()) + "; see mysqlsmith -h"));
    }
}
