package dev.mysqlsmith.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each text was put to a server 8.0.33, which warned of those that can't be read. */
class HintReaderTest {
    private static final ServerVersion VERSION = ServerVersion.parse("8.0.33");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BKA()",
                "BKA(@q)",
                "BKA(@q t1, t2)",
                "BKA (t1@`select#1`, t2)",
                "bka(1t) BNL(select)",
                "JOIN_ORDER() JOIN_ORDER(@q) JOIN_PREFIX(t1@q, t2) JOIN_FIXED_ORDER(@q)",
                "MRR(t1) NO_ICP(@q t1 i1) INDEX(t1@q i1, PRIMARY)",
                "SEMIJOIN() NO_SEMIJOIN(@q) SEMIJOIN(@materialization FIRSTMATCH, LOOSESCAN)",
                "SUBQUERY(MATERIALIZATION) SUBQUERY(@q INTOEXISTS)",
                "SET_VAR(w=1) SET_VAR(w=1.5) SET_VAR(w=.5) SET_VAR(w='a') SET_VAR(w=ON) SET_VAR(w=16M)",
                "SET_VAR(w=\"a\") SET_VAR(w=`a`)",
                "SET_VAR(max_execution_time=1) MAX_EXECUTION_TIME(18446744073709551616) QB_NAME(`q 1`) RESOURCE_GROUP(g)",
                "MERGE(t1) NO_MERGE(@q) DERIVED_CONDITION_PUSHDOWN(t1) HASH_JOIN(t1) SKIP_SCAN(t1 i1)",
            })
    void read(String hints) {
        assertThat(HintReader.reads("/*+ " + hints + " */", VERSION, Set.of())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "BKA(t1 t1)",
                "BKA(t1), BNL(t1)",
                "BKA(t1,)",
                "BKA(@q, t1)",
                "BKA(t1 @q)",
                "BKA(@q t1@r)",
                "BKA(1)",
                "BKA(merge)",
                "BKA(d.t1)",
                "BKA(t1) foo",
                "BKA(t1) # c\n",
                "JOIN_FIXED_ORDER(t1)",
                "MRR()",
                "MRR(@q)",
                "MRR(@q t1@r)",
                "INDEX(t1 i1 i1)",
                "SEMIJOIN(FIRSTMATCH LOOSESCAN)",
                "SEMIJOIN(@ q)",
                "SUBQUERY()",
                "SUBQUERY(FIRSTMATCH)",
                "SUBQUERY(INTOEXISTS, MATERIALIZATION)",
                "SET_VAR(w=-1)",
                "SET_VAR(w=1e-3)",
                "SET_VAR(w='')",
                "SET_VAR(w=N'a')",
                "SET_VAR(a.b=1)",
                "SET_VAR(w=1, v=1)",
                "MAX_EXECUTION_TIME(1.5)",
                "MAX_EXECUTION_TIME(0x1F)",
                "MAX_EXECUTION_TIME(1K)",
                "MAX_EXECUTION_TIME('1')",
                "QB_NAME(@q)",
                "QB_NAME(\"qq\")",
                "QB_NAME(materialization)",
                "ICP(t1)",
            })
    void passedOver(String hints) {
        assertThat(HintReader.reads("/*+ " + hints + " */", VERSION, Set.of())).isFalse();
    }
}
