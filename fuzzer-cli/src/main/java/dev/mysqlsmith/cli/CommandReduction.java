package dev.mysqlsmith.cli;

import dev.mysqlsmith.campaign.DurationText;
import dev.mysqlsmith.campaign.ReproSource;
import dev.mysqlsmith.finding.History;
import dev.mysqlsmith.finding.Repro;
import dev.mysqlsmith.reduce.CommandInterestingness;
import dev.mysqlsmith.reduce.ReduceBudget;
import dev.mysqlsmith.reduce.Reducer;
import dev.mysqlsmith.reduce.Reduction;
import dev.mysqlsmith.reduce.ReproWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Reduces what a shell command judges: {@code reduce --oracle script=CMD}. */
final class CommandReduction {
    private static final Duration LONGEST_RUN = Duration.ofMinutes(5);
    private final String command;
    private final ReduceBudget budget;
    private final Path folder;

    CommandReduction(String command, ReduceBudget budget, Path folder) {
        this.command = command;
        this.budget = budget;
        this.folder = folder;
    }

    int run(ReproSource input, Console console) {
        CommandInterestingness judge = new CommandInterestingness(command, LONGEST_RUN);
        History script = inOneSession(input.history(), console);
        Reduction reduction;
        try (ReduceProgressLine line = new ReduceProgressLine(console)) {
            reduction = new Reducer().reduce(script, judge, budget, line);
        }
        if (judge.timeouts() > 0) {
            console.err()
                    .println(judge.timeouts() + " runs of the command took longer than "
                            + DurationText.format(LONGEST_RUN) + " and were ended; their scripts are not kept");
        }
        if (reduction.status() == Reduction.Status.NOT_REPRODUCED) {
            console.out().println("not triggered: '" + command + "' does not end with status 0 for " + input.path());
            return ExitCode.RAN;
        }
        Repro repro = new Repro(reduction.repro(), reduction.tokens(), List.of());
        new ReproWriter(folder).writeJudgedBy(command, reduction, repro);
        console.out().println(ReduceCommand.sizes(reduction, repro));
        console.out().println(folder.resolve("repro.sql"));
        return ExitCode.FOUND;
    }

    private static History inOneSession(History history, Console console) {
        History one = History.of(history.statements());
        if (!one.equals(history)) {
            console.err().println("a script for a command has one session: all statements go into it, in their order");
        }
        return one;
    }
}
