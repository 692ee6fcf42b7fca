package dev.mysqlsmith.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.random.Choices;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Subqueries for one value give one row at most: LIMIT sees to it, or an aggregate, or they have no table. */
class OneRowSubqueriesTest {
    private static final int STATEMENTS = 3_000;

    @Test
    void whatHasNoLimitIsAnAggregateOrHasNoTable() {
        List<SyntaxTree.Node> queries = subqueries("default");
        List<SyntaxTree.Node> unlimited =
                queries.stream().filter(query -> !query.has("limitClause")).toList();

        assertThat(unlimited.size()).isBetween(queries.size() / 5, queries.size() * 4 / 5);
        assertThat(unlimited).allMatch(OneRowSubqueriesTest::givesOneRow, "gives one row");
    }

    @Test
    void whereRowsAreComparedFewHaveALimit() {
        List<SyntaxTree.Node> queries = subqueries("results");

        long limited =
                queries.stream().filter(query -> query.has("limitClause")).count();

        assertThat(limited).isLessThan(queries.size() / 5);
    }

    private static List<SyntaxTree.Node> subqueries(String profile) {
        StatementGenerator generator = new StatementGenerator(
                new GeneratorSettings(Profile.named(profile), ServerVersion.parse("8.0.33"), "d"), Choices.seeded(5));
        List<SyntaxTree.Node> queries = new ArrayList<>();
        for (int i = 0; i < STATEMENTS; i++) {
            GeneratedStatement statement = generator.next();
            statement.tree().all("scalarSubquery").forEach(scalar -> queries.addAll(scalar.children("query")));
            generator.applied(statement, true);
        }
        assertThat(queries).hasSizeGreaterThan(100);
        return queries;
    }

    private static boolean givesOneRow(SyntaxTree.Node query) {
        if (query.has("withClause")) {
            return true; // the first SELECT is not its own
        }
        SyntaxTree.Node select = query.all("querySpecification").get(0);
        return !select.has("fromClause")
                || !select.has("groupByClause")
                        && aggregates(select.child("selectItemList").orElseThrow());
    }

    private static boolean aggregates(SyntaxTree.Node list) {
        SyntaxTree.Node first =
                list.children("selectItem").get(0).children("expression").get(0).core();
        return first.is("aggregateFunction"); // with OVER it would be an aggregateCall
    }
}
