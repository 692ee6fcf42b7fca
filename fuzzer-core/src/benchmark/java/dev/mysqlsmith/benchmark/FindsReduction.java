package dev.mysqlsmith.benchmark;

import dev.mysqlsmith.campaign.CampaignFind;
import dev.mysqlsmith.reduce.Reduction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reduces all finds of campaigns that are kept as test data: sizes, time, and whether a second run changes anything where the first
 * ended by itself. What does not come back is said, and counts in no median.
 */
public final class FindsReduction {
    private FindsReduction() {}

    /** Arguments: minutes for each reduction. */
    public static void main(String[] arguments) throws Exception {
        Duration limit = Duration.ofMinutes(arguments.length > 0 ? Long.parseLong(arguments[0]) : 5);
        List<Integer> statements = new ArrayList<>();
        List<Integer> tokens = new ArrayList<>();
        System.out.println("| find | statements | tokens | statements left | tokens left | seconds | executions | again |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        int lost = 0;
        for (CampaignFind find : CampaignFind.all()) {
            try {
                Reduction first = find.reduce(limit);
                int left =
                        ReducerComparison.counted(first.repro().statements()).size();
                statements.add(left);
                tokens.add(first.tokens());
                System.out.println(row(find, first, left, again(find, first, limit)));
            } catch (IllegalStateException e) {
                lost++;
                System.out.println("| " + find.id() + " | " + find.history().size() + " | does not come back |");
            }
        }
        System.out.printf(
                "median of %d: %d statements, %d tokens; %d did not come back%n",
                statements.size(), median(statements), median(tokens), lost);
    }

    private static String again(CampaignFind find, Reduction first, Duration limit) {
        if (first.status() != Reduction.Status.MINIMAL) {
            return "not ended";
        }
        try {
            Reduction second = find.reducedTo(first).reduce(limit);
            return second.repro().equals(first.repro()) ? "the same" : second.tokens() + " tokens";
        } catch (IllegalStateException e) {
            return "does not come back";
        }
    }

    private static String row(CampaignFind find, Reduction reduction, int left, String again) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d | %d | %d | %s |",
                find.id(),
                reduction.statementsBefore(),
                reduction.tokensBefore(),
                left,
                reduction.tokens(),
                reduction.elapsed().toSeconds(),
                reduction.executions(),
                again);
    }

    private static int median(List<Integer> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
