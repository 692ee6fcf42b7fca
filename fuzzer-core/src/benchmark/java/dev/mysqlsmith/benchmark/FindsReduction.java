package dev.mysqlsmith.benchmark;

import dev.mysqlsmith.campaign.CampaignFind;
import dev.mysqlsmith.reduce.Reduction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reduces all finds of campaigns that are kept as test data, each twice: sizes, time, and whether the second run changed anything. */
public final class FindsReduction {
    private FindsReduction() {}

    /** Arguments: minutes for each reduction. */
    public static void main(String[] arguments) throws Exception {
        Duration limit = Duration.ofMinutes(arguments.length > 0 ? Long.parseLong(arguments[0]) : 5);
        List<Integer> statements = new ArrayList<>();
        List<Integer> tokens = new ArrayList<>();
        System.out.println("| find | statements | tokens | statements left | tokens left | seconds | executions | again |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        for (CampaignFind find : CampaignFind.all()) {
            Reduction first = find.reduce(limit);
            Reduction second = find.reducedTo(first).reduce(limit);
            int left = ReducerComparison.counted(first.repro().statements()).size();
            statements.add(left);
            tokens.add(first.tokens());
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d | %d | %d | %d | %d | %d | %s |%n",
                    find.id(),
                    first.statementsBefore(),
                    first.tokensBefore(),
                    left,
                    first.tokens(),
                    first.elapsed().toSeconds(),
                    first.executions(),
                    second.repro().equals(first.repro()) ? "the same" : second.tokens() + " tokens");
        }
        System.out.printf("median: %d statements, %d tokens%n", median(statements), median(tokens));
    }

    private static int median(List<Integer> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
