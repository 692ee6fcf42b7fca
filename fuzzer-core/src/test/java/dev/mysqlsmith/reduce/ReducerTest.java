package dev.mysqlsmith.reduce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mysqlsmith.finding.History;
import dev.mysqlsmith.grammar.ServerVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReducerTest {
    private static final History SCRIPT = script();
    private final Reducer reducer = new Reducer(ServerVersion.parse("8.0.33"));

    @Test
    void anOriginalThatDoesNotFailIsToldAndLeftAsItIs() {
        Reduction reduction = reduce(candidate -> Answer.GONE, 1000);

        assertThat(reduction.status()).isEqualTo(Reduction.Status.NOT_REPRODUCED);
        assertThat(reduction.repro()).isEqualTo(SCRIPT);
        assertThat(reduction.reason()).contains("no failure");
        assertThat(reduction.executions()).isEqualTo(1);
    }

    @Test
    void aFaultStopsTheSearchAndIsTold() {
        AtomicInteger runs = new AtomicInteger();

        assertThatThrownBy(
                        () -> reduce(candidate -> runs.incrementAndGet() > 5 ? Answer.FAULT : needsB(candidate), 1000))
                .isInstanceOfSatisfying(
                        ReduceFaultException.class,
                        fault -> assertThat(needsB(fault.best())).isEqualTo(Answer.SAME));
    }

    @Test
    void anExceptionIsAFaultToo() {
        AtomicInteger runs = new AtomicInteger();

        assertThatThrownBy(() -> reduce(
                        candidate -> {
                            if (runs.incrementAndGet() > 5) {
                                throw new IllegalStateException("the disk is full");
                            }
                            return needsB(candidate);
                        },
                        1000))
                .isInstanceOf(ReduceFaultException.class)
                .hasMessageContaining("the disk is full");
    }

    @Test
    void theBestSoFarIsTheResultWhenTheBudgetEnds() {
        Reduction reduction = reduce(ReducerTest::needsB, 4);

        assertThat(reduction.status()).isEqualTo(Reduction.Status.BUDGET);
        assertThat(needsB(reduction.repro())).isEqualTo(Answer.SAME);
        assertThat(reduction.executions()).isLessThanOrEqualTo(5);
    }

    @Test
    void theSearchBeginsWithoutWhatHadNoEffectAndWhatWasSlow() {
        History script = History.of(List.of("SELECT 1", "SELECT 2", "SELECT 3", "SELECT 4", "SELECT 5"));
        List<List<String>> tried = new ArrayList<>();
        Interestingness slowlyFailing = new Interestingness() {
            @Override
            public Answer test(History candidate) {
                tried.add(candidate.statements());
                return Answer.GONE;
            }

            @Override
            public Observation observe(History original) {
                return new Observation(Answer.SAME, 4, Set.of(0), Set.of(1, 3), "fails in the fourth");
            }
        };

        reducer.reduce(script, slowlyFailing, new ReduceBudget(Duration.ofMinutes(1), 30, 1), ReduceListener.none());

        assertThat(tried)
                .containsSubsequence(
                        List.of("SELECT 3", "SELECT 4"),
                        List.of("SELECT 2", "SELECT 3", "SELECT 4"),
                        List.of("SELECT 1", "SELECT 2", "SELECT 3", "SELECT 4"));
    }

    @Test
    void whatTheFailingStatementNeedsIsTriedBeforeLongHistories() {
        History script = History.of(List.of(
                "CREATE TABLE t (a INT)",
                "CREATE TABLE u (a INT)",
                "INSERT INTO t VALUES (RAND())",
                "INSERT INTO u VALUES (1)",
                "SELECT 1",
                "SELECT 2",
                "SELECT 3",
                "SELECT a FROM t"));
        List<List<String>> tried = new ArrayList<>();
        Interestingness failing = candidate -> {
            tried.add(candidate.statements());
            boolean same = tried.size() == 1 // the original
                    || candidate.statements().equals(List.of("CREATE TABLE t (a INT)", "SELECT a FROM t"));
            return same ? Answer.SAME : Answer.GONE;
        };

        reducer.reduce(script, failing, new ReduceBudget(Duration.ofMinutes(1), 3, 1), ReduceListener.none());

        assertThat(tried.subList(1, 3))
                .containsExactly(List.of("SELECT a FROM t"), List.of("CREATE TABLE t (a INT)", "SELECT a FROM t"));
    }

    @Test
    void aResultThatOnlyHoldsOnUsedServersIsSearchedAgainMoreStrictly() {
        Flattering flattering = new Flattering();

        Reduction reduction = reduce(flattering, 10_000);

        assertThat(flattering.strict).isTrue();
        assertThat(reduction.status()).isEqualTo(Reduction.Status.MINIMAL);
        assertThat(reduction.repro().statements()).containsExactly("SELECT a", "SELECT b");
    }

    @Test
    void theSmallestThatHoldsIsTheResultWhereNoStricterTestHelps() {
        Interestingness flattering = new Interestingness() {
            @Override
            public Answer test(History candidate) {
                return needsB(candidate);
            }

            @Override
            public Answer testAlone(History result) {
                return result.size() > 2 ? Answer.SAME : Answer.GONE;
            }
        };

        Reduction reduction = reduce(flattering, 10_000);

        assertThat(reduction.repro().size()).isGreaterThan(2).isLessThan(SCRIPT.size() + 1);
        assertThat(needsB(reduction.repro())).isEqualTo(Answer.SAME);
        assertThat(reduction.reason()).contains("fresh server");
    }

    @Test
    void theSmallestOfASearchThatHoldsIsFoundByHalves() {
        List<Integer> kept = new ArrayList<>();
        Interestingness flattering = new Interestingness() {
            @Override
            public Answer test(History candidate) {
                boolean same = candidate.size() >= 2 && needsB(candidate) == Answer.SAME;
                if (same) {
                    kept.add(candidate.size());
                }
                return same ? Answer.SAME : Answer.GONE;
            }

            @Override
            public Answer testAlone(History result) {
                return result.size() >= 7 ? Answer.SAME : Answer.GONE;
            }
        };

        Reduction reduction = reduce(flattering, 1000);

        assertThat(reduction.repro().size())
                .as("kept: %s", kept)
                .isEqualTo(kept.stream()
                        .filter(size -> size >= 7)
                        .min(Integer::compare)
                        .orElseThrow());
    }

    @Test
    void noCandidateIsRunTwice() {
        List<History> seen = new ArrayList<>();

        reduce(
                candidate -> {
                    assertThat(seen).doesNotContain(candidate);
                    seen.add(candidate);
                    return needsB(candidate);
                },
                1000);

        assertThat(seen).isNotEmpty();
    }

    private Reduction reduce(Interestingness interestingness, long executions) {
        return reducer.reduce(
                SCRIPT, interestingness, new ReduceBudget(Duration.ofMinutes(1), executions, 1), ReduceListener.none());
    }

    private static Answer needsB(History candidate) {
        return candidate.statements().stream().anyMatch(sql -> sql.matches("(?i).*\\bb\\b.*"))
                ? Answer.SAME
                : Answer.GONE;
    }

    /** Fails with b alone while candidates share a server, and needs a before it otherwise. */
    private static final class Flattering implements Interestingness {
        private boolean strict;

        @Override
        public Answer test(History candidate) {
            return strict ? testAlone(candidate) : needsB(candidate);
        }

        @Override
        public Answer testAlone(History result) {
            int a = result.statements().indexOf("SELECT a");
            return a >= 0 && a < result.statements().indexOf("SELECT b") ? Answer.SAME : Answer.GONE;
        }

        @Override
        public boolean tighten() {
            boolean before = strict;
            strict = true;
            return !before;
        }
    }

    private static History script() {
        List<String> statements = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            statements.add("SELECT " + i + " + x");
        }
        statements.add(7, "SELECT a");
        statements.add(15, "SELECT b");
        return History.of(statements);
    }
}
