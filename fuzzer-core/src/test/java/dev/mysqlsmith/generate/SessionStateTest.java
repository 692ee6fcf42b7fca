package dev.mysqlsmith.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mysqlsmith.grammar.ParseResult;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.grammar.SqlParser;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.schema.Table;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SessionStateTest {
    private final SessionState session = new SessionState();

    @Test
    void goingBackToASavepointForgetsThoseAfterIt() {
        session.begin(false);
        List.of("s1", "s2", "s3").forEach(session::savepoint);
        session.backTo("s2", false);
        assertThat(session.savepoints()).containsExactly("s1", "s2");
        session.savepoint("s1");
        assertThat(session.savepoints()).containsExactly("s2", "s1");
        session.backTo("s2", true);
        assertThat(session.savepoints()).isEmpty();
    }

    @Test
    void withoutATransactionASavepointIsGoneAtOnce() {
        session.savepoint("s1");
        assertThat(session.savepoints()).isEmpty();
    }

    @Test
    void lockedTablesAreReachedUnderTheirLocksOnly() {
        session.lock("t1", "t1", false);
        session.lock("k1", "t1", false);
        session.lock("t2", "t2", true);
        Draft draft = new Draft(100);
        assertThat(session.reaches(Table.base("t1", List.of()), false)).isTrue();
        assertThat(session.reaches(Table.base("t1", List.of()), true)).isFalse();
        assertThat(session.reaches(Table.base("t2", List.of()), true)).isTrue();
        assertThat(session.reaches(Table.base("t3", List.of()), false)).isFalse();
        assertThat(session.lockedAlias("t1", draft)).contains("k1");
        assertThat(session.lockedAlias("t1", draft)).isEmpty();
        session.idle();
        assertThat(session.reaches(Table.base("t3", List.of()), true)).isTrue();
    }

    @Test
    void aDefinitionClosesTheHandlersOfItsTable() {
        session.handlers().put("h1", "t1");
        session.handlers().put("h2", "t2");
        session.closeHandlers(tree("ALTER TABLE t2 ADD c INT"));
        assertThat(session.handlers()).containsOnlyKeys("h1");
    }

    @Test
    void whatHurtsIsSetBackAfterAWhile() {
        SyntaxTree.Node back = tree("SET SESSION sql_safe_updates = DEFAULT");
        session.setBackAfter(3, "sql_safe_updates", back);
        assertThat(session.dueNow()).isEmpty();
        assertThat(session.dueNow()).isEmpty();
        assertThat(session.dueNow()).containsExactly(back);
        assertThat(session.dueNow()).isEmpty();
    }

    private static SyntaxTree.Node tree(String sql) {
        return ((ParseResult.Parsed) new SqlParser(ServerVersion.parse("8.0.33"), Set.of()).parse(sql)).tree();
    }
}
