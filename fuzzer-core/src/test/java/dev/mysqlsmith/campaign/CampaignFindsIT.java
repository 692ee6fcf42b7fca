package dev.mysqlsmith.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mysqlsmith.reduce.Reduction;
import java.io.IOException;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Comparator;
import org.junit.jupiter.api.Test;

/** The shortest of the campaigns' finds; the others take minutes each (docs/benchmarks.md). */
class CampaignFindsIT {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    @Test
    void aFindReducesToAFewStatementsOfWhichNothingCanGo() throws IOException, URISyntaxException {
        CampaignFind find = CampaignFind.all().stream()
                .min(Comparator.comparingInt(one -> one.history().size()))
                .orElseThrow();

        Reduction first = find.reduce(LIMIT);

        assertThat(first.status()).as(find.id()).isNotEqualTo(Reduction.Status.NOT_REPRODUCED);
        assertThat(first.tokens()).as(find.id()).isLessThan(first.tokensBefore() / 5);
        assumeTrue(first.status() == Reduction.Status.MINIMAL, "a slow machine: " + first.reason());
        assertThat(find.reducedTo(first).reduce(LIMIT).repro()).as(find.id()).isEqualTo(first.repro());
    }
}
