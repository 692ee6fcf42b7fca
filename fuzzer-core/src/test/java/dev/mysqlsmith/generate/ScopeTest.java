package dev.mysqlsmith.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScopeTest {
    @Test
    void tablesMultiplyTheWorkOfAQueryAndOfThoseInside() {
        Scope query = Scope.top().inner();
        query.add(table("a1", 20));
        query.add(table("a2", 5));
        assertThat(query.work()).isEqualTo(100);
        assertThat(query.rows()).isEqualTo(100);
        Scope subquery = query.inner();
        subquery.add(table("a3", 3));
        assertThat(subquery.work()).isEqualTo(300);
        assertThat(subquery.rows()).isEqualTo(3);
    }

    @Test
    void aDerivedTableIsMadeOnce() {
        Scope query = Scope.top().inner();
        query.add(table("a1", 20));
        Scope derived = query.sealedInner();
        derived.add(table("a2", 5));
        assertThat(derived.work()).isEqualTo(5);
    }

    @Test
    void aJoinThatIsBeingMadeMultipliesWhatIsBesideIt() {
        Scope query = Scope.top().inner();
        query.add(table("a1", 20));
        Scope join = query.sibling();
        join.add(table("a2", 5));
        assertThat(join.work()).isEqualTo(100);
    }

    @Test
    void equalColumnsAndEmptyTablesMultiplyNothing() {
        Scope query = Scope.top().inner();
        query.add(table("a1", 20));
        query.add(table("a2", 0));
        Relation matched = table("a3", 50);
        query.add(matched);
        matched.match();
        assertThat(query.work()).isEqualTo(20);
    }

    private static Relation table(String alias, int rows) {
        return new Relation(alias, List.of(), null, rows);
    }
}
