package dev.mysqlsmith.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Statements that a version accepts or rejects, a file an area. Where that does no harm, each line was put to a server of
 * that version.
 */
class StatementsTest {
    private static final List<String> AREAS = List.of(
            "expressions",
            "queries",
            "hints",
            "datamanipulation",
            "tables",
            "databases",
            "transactions",
            "administration",
            "routines",
            "accounts",
            "storage",
            "replication");

    @TestFactory
    Stream<DynamicContainer> areas() {
        return AREAS.stream().map(area -> DynamicContainer.dynamicContainer(area, cases(area)));
    }

    private static Stream<DynamicTest> cases(String area) {
        return lines(area)
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(StatementsTest::test);
    }

    private static DynamicTest test(String line) {
        String[] fields = line.split(" ", 3);
        SqlParser parser = new SqlParser(ServerVersion.parse(fields[0]), Set.of());
        return DynamicTest.dynamicTest(line, () -> {
            ParseResult result = parser.parse(fields[2]);
            if (fields[1].equals("+")) {
                assertThat(result).isInstanceOf(ParseResult.Parsed.class);
                assertRoundTrip(parser, ((ParseResult.Parsed) result).tree());
            } else {
                assertThat(result).isInstanceOf(ParseResult.Rejected.class);
            }
        });
    }

    private static void assertRoundTrip(SqlParser parser, SyntaxTree.Node tree) {
        assertThat(parser.parse(tree.sql())).isEqualTo(new ParseResult.Parsed(tree));
    }

    private static Stream<String> lines(String area) {
        String resource = "statements/" + area + ".txt";
        try (InputStream in = Objects.requireNonNull(StatementsTest.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new IllegalStateException("can't read " + resource, e);
        }
    }
}
