package dev.mysqlsmith.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mysqlsmith.grammar.ServerVersion;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmallestPredicateTest {

    @ParameterizedTest
    @ValueSource(strings = {"MAX(a)", "COUNT(*)", "SUM(b + 1)"})
    void anAggregateAloneIsOneCauseWhicheverItIs(String aggregate) {
        Predicate<QueryTree> differs = query -> query.sql().contains(aggregate);
        assertThat(smallest(aggregate + " AND b < 1", differs)).isEqualTo("predicate aggregate");
    }

    @Test
    void aPredicateWithAnAggregateKeepsItsShape() {
        Predicate<QueryTree> differs = query -> query.sql().contains("MAX(a) > 1");
        assertThat(smallest("MAX(a) > 1 AND b < 1", differs)).isEqualTo("predicate MAX() < 0");
    }

    @Test
    void aValueThatIsRightOnceItIsComparedKeepsItsShapeWhereNothingIsProven() {
        Predicate<QueryTree> differs =
                query -> query.sql().contains("0.3") && !query.sql().contains("FALSE");
        assertThat(smallest("NOT b AND 0.3", differs)).isEqualTo("predicate 0.0");
    }

    private static String smallest(String having, Predicate<QueryTree> differs) {
        QueryTree query = QueryTree.of(
                        Trees.of("SELECT b FROM t GROUP BY b HAVING " + having, ServerVersion.parse("8.0.33")))
                .orElseThrow();
        return new SmallestPredicate(query, query.predicate("havingClause").orElseThrow(), differs)
                .text()
                .orElseThrow();
    }
}
