package dev.mysqlsmith.reduce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mysqlsmith.finding.History;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.random.Choices;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A failure that one run of five shows reduces to what it reduces to where every run shows it. */
class FlakyFailureTest {
    private static final int RUNS = 10;
    private static final int SAME_REPROS = 9;
    private static final double PROBABILITY = 0.2;
    private static final ServerVersion VERSION = ServerVersion.parse("8.0.33");

    static Stream<Path> cases() throws IOException, URISyntaxException {
        return ReducerCasesTest.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void reducesToTheReproOfItsCertainTwin(Path file) throws IOException {
        ReducerCase reducerCase = ReducerCase.read(file);
        int same = 0;
        StringBuilder others = new StringBuilder();
        for (long seed = 1; seed <= RUNS; seed++) {
            Choices choices = Choices.seeded(seed);
            Reduction reduction = reduce(
                    reducerCase.script(),
                    varying(candidate -> choices.chance(PROBABILITY) ? reducerCase.test(candidate) : Answer.GONE));
            String repro = ReducerCase.write(reduction.repro());
            if (repro.equals(reducerCase.expected())) {
                same++;
            } else {
                others.append(String.format(Locale.ROOT, "%nseed 0x%x, %s: %s", seed, reduction.rate(), repro));
            }
        }
        assertThat(same).as("repros of the certain twin; others: %s", others).isGreaterThanOrEqualTo(SAME_REPROS);
    }

    @Test
    void whatAlwaysFailsIsRunThreeTimesBeforeTheSearchAndOnceInIt() {
        AtomicInteger originals = new AtomicInteger();
        History original = History.of(List.of("SELECT 1", "SELECT b"));

        Reduction reduction = reduce(original, varying(candidate -> {
            if (candidate.equals(original)) {
                originals.incrementAndGet();
            }
            return hasB(candidate) ? Answer.SAME : Answer.GONE;
        }));

        assertThat(reduction.rate()).isEqualTo(new Rate(3, 3));
        assertThat(originals).hasValue(3);
        assertThat(reduction.repro().statements()).containsExactly("SELECT b");
    }

    @Test
    void whatNeverFailsIsTriedTwentyTimes() {
        Reduction reduction = reduce(History.of(List.of("SELECT 1")), varying(candidate -> Answer.GONE));

        assertThat(reduction.status()).isEqualTo(Reduction.Status.NOT_REPRODUCED);
        assertThat(reduction.rate()).isEqualTo(new Rate(0, 20));
    }

    @Test
    void aCertainFailureDoesNotBecomeOneThatFailsByLuck() {
        List<String> statements = new ArrayList<>(List.of("SELECT b"));
        Stream.iterate(0, i -> i + 1).limit(20).forEach(i -> statements.add("SELECT " + i));
        statements.add("SELECT lucky");
        int certain = 0;
        for (long seed = 1; seed <= RUNS; seed++) {
            Choices choices = Choices.seeded(seed);
            Interestingness server = candidate ->
                    hasB(candidate) || (candidate.statements().contains("SELECT lucky") && choices.chance(0.5))
                            ? Answer.SAME
                            : Answer.GONE;
            Reduction reduction = reduce(History.of(statements), varying(server));
            certain += reduction.repro().statements().equals(List.of("SELECT b")) ? 1 : 0;
        }

        assertThat(certain).isGreaterThanOrEqualTo(SAME_REPROS);
    }

    @Test
    void whatChanceDecidesIsLeftOutFirst() {
        List<String> statements = new ArrayList<>(List.of("SELECT RAND()"));
        Stream.iterate(0, i -> i + 1).limit(20).forEach(i -> statements.add("SELECT " + i));
        statements.add("SELECT b");
        for (long seed = 1; seed <= RUNS; seed++) {
            Choices choices = Choices.seeded(seed);
            Interestingness server = new Interestingness() {
                @Override
                public Answer test(History candidate) {
                    boolean lucky = candidate.statements().contains("SELECT RAND()") && choices.chance(0.9);
                    return lucky || hasB(candidate) ? Answer.SAME : Answer.GONE;
                }

                @Override
                public Observation observe(History original) {
                    return new Observation(Answer.SAME, 1, Set.of(), Set.of(), "ended in the first statement");
                }

                @Override
                public boolean mayVary() {
                    return true;
                }
            };

            assertThat(reduce(History.of(statements), server).repro().statements())
                    .as("seed %d", seed)
                    .containsExactly("SELECT b");
        }
    }

    private static boolean hasB(History candidate) {
        return candidate.statements().stream().anyMatch(sql -> sql.contains("b"));
    }

    private static Reduction reduce(History script, Interestingness interestingness) {
        return new Reducer(VERSION)
                .reduce(script, interestingness, ReduceBudget.ofTime(Duration.ofMinutes(2), 1), ReduceListener.none());
    }

    private static Interestingness varying(Interestingness answers) {
        return new Interestingness() {
            @Override
            public Answer test(History candidate) {
                return answers.test(candidate);
            }

            @Override
            public boolean mayVary() {
                return true;
            }

            @Override
            public Answer testAlone(History result) {
                return test(result);
            }
        };
    }
}
