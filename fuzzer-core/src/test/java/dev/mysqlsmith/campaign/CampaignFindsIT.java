package dev.mysqlsmith.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mysqlsmith.random.Choices;
import dev.mysqlsmith.reduce.Reduction;
import java.io.IOException;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** One of the campaigns' finds, another one each time; {@code -Dmysqlsmith.seed=0x..} chooses as before. All: docs/benchmarks.md. */
class CampaignFindsIT {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    @Test
    void aFindReducesToAFewStatementsOfWhichNothingCanGo() throws IOException, URISyntaxException {
        String asked = System.getProperty("mysqlsmith.seed");
        long seed = asked == null ? System.nanoTime() : Long.decode(asked);
        CampaignFind find = Choices.seeded(seed).pick(CampaignFind.all());
        System.out.printf(Locale.ROOT, "seed 0x%x: %s%n", seed, find.id());

        Reduction first = find.reduce(LIMIT);
        Reduction second = find.reducedTo(first).reduce(LIMIT);

        assertThat(first.status()).as(find.id()).isEqualTo(Reduction.Status.MINIMAL);
        assertThat(first.tokens()).as(find.id()).isLessThan(first.tokensBefore() / 5);
        assertThat(second.repro()).as(find.id()).isEqualTo(first.repro());
    }
}
