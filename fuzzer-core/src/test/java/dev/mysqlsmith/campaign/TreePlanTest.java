package dev.mysqlsmith.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TreePlanTest {
    /** As 8.0.33 prints it. */
    private static final String JOIN = """
            -> Limit: 3 row(s)
                -> Sort: x.c, limit input to 3 row(s) per chunk
                    -> Left hash join (z.c = x.c)  (cost=1.07 rows=4.5)
                        -> Hash semijoin (t.b = x.a), extra conditions: (t.c <> x.c)  (cost=0.934 rows=1.5)
                            -> Filter: (y.c > 'a) on b: c')  (cost=0.55 rows=1)
                                -> Table scan on y  (cost=0.55 rows=3)
                            -> Index lookup on x using b (b=y.a)  (cost=0.525 rows=1.5)
                        -> Hash
                            -> Index range scan on t using b over (2 < b) (reverse), with index condition: (t.b > 2)
            """;

    @Test
    void leavesOperatorsAndAccessTypesByDepth() {
        assertThat(TreePlan.operators(JOIN)).isEqualTo("""
                        0 Limit
                        4 Sort
                        8 Left hash join
                        12 Hash semijoin
                        16 Filter
                        20 Table scan
                        16 Index lookup
                        12 Hash
                        16 Index range scan
                        """);
    }

    @Test
    void keepsHowSubqueriesRunAndForgetsTheirNumbersAndTheNamesOfCtes() {
        assertThat(TreePlan.operators("""
                                -> Select #2 (subquery in projection; dependent)
                                -> Select #17 (subquery in projection; dependent)
                                -> Materialize recursive CTE q  (cost=2.93..2.93 rows=2)
                                -> Materialize CTE a1, a2 if needed (query plan printed elsewhere)
                                -> Zero rows (Impossible WHERE)  (cost=0..0 rows=0)
                                """)).isEqualTo("""
                        0 Select (subquery in projection; dependent)
                        0 Select (subquery in projection; dependent)
                        0 Materialize recursive CTE
                        0 Materialize CTE if needed
                        0 Zero rows
                        """);
    }

    @Test
    void doesNotTakeTheRestOfAConditionForAnOperator() {
        assertThat(TreePlan.operators("-> Filter: (t.c = 'x\ny -> z')\n")).isEqualTo("0 Filter\n");
    }
}
