package dev.mysqlsmith.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mysqlsmith.grammar.ParseResult;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.grammar.SqlParser;
import dev.mysqlsmith.random.Choices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementGeneratorTest {
    private static final int ROUND = 250;
    private static final Pattern LOOP =
            Pattern.compile("(?:WHILE|UNTIL|IF) (n\\d+) (?:<|>|>=) \\d+ (?:DO|END REPEAT|THEN LEAVE)");

    private static final Pattern EQUAL_COLUMNS = Pattern.compile("\\bON a\\d+\\.[cx]\\d+ = a\\d+\\.[cx]\\d+");

    private static final Pattern LABELLED_REPEAT = Pattern.compile("\\b(b\\d+): REPEAT\\b");

    /** A comparison whose left side is a column, and its right side where that is one, too. */
    private static final Pattern OF_COLUMNS =
            Pattern.compile("\\b(a\\d+\\.[cx]\\d+) (?:=|<|>|<=|>=|<>|!=|<=>) (a\\d+\\.[cx]\\d+)?");

    @ParameterizedTest
    @CsvSource({
        "5.7.22, default",
        "8.0.12, default",
        "8.0.33, default",
        "9.7.4, default",
        "8.0.33, ddl",
        "8.0.33, dml",
        "8.0.33, queries",
        "8.0.33, optimizer",
        "8.0.33, functions",
        "8.0.33, json",
        "8.0.33, gis",
        "5.7.22, gis",
        "8.0.33, routines",
        "5.7.22, routines",
        "8.0.33, transactions"
    })
    void givesTreesThatParseBackAndThatTheVersionHas(String version, String profile) {
        SqlParser parser = new SqlParser(ServerVersion.parse(version), Set.of());
        for (GeneratedStatement statement : statements(version, profile, 0x5EED)) {
            assertThat(parser.parse(statement.sql()))
                    .as("seed 0x5EED: %s", statement.sql())
                    .isEqualTo(new ParseResult.Parsed(statement.tree()));
        }
    }

    @Test
    void givesTheSameForTheSameSeed() {
        assertThat(texts(1)).isEqualTo(texts(1)).isNotEqualTo(texts(2));
    }

    @Test
    void beginsWithADatabaseAClockThatStandsStillTablesAndRows() {
        List<GeneratedStatement> statements = statements("8.0.33", "default", 3);
        List<String> kinds = statements.stream().map(GeneratedStatement::kind).toList();
        assertThat(kinds.subList(0, 6))
                .containsExactly("DROP DATABASE", "CREATE DATABASE", "USE", "SET", "CREATE TABLE", "CREATE TABLE");
        assertThat(statements.get(3).sql()).startsWith("SET timestamp = ");
        assertThat(new TreeSet<>(kinds)).contains("SELECT", "INSERT", "UPDATE");
    }

    @Test
    void forgetsWhatTheServerDidNotDo() {
        StatementGenerator generator = generator("8.0.33", "default", 4);
        for (int i = 0; i < ROUND; i++) {
            GeneratedStatement statement = generator.next();
            generator.applied(statement, !statement.kind().equals("CREATE TABLE"));
            assertThat(statement.kind()).isNotIn("INSERT", "UPDATE", "ALTER TABLE", "DROP TABLE");
        }
    }

    @Test
    void loopsEndAndFunctionsReturn() {
        int loops = 0;
        for (GeneratedStatement statement : statements("8.0.33", "routines", 11)) {
            String sql = statement.sql();
            Matcher counter = LOOP.matcher(sql);
            while (counter.find()) {
                loops++;
                assertThat(sql).contains("DECLARE " + counter.group(1) + " INT DEFAULT 0");
                assertThat(Pattern.compile("(SET|INTO|,) @?" + counter.group(1) + "\\b")
                                .matcher(sql)
                                .results())
                        .as(sql)
                        .hasSize(1);
            }
            if (statement.kind().equals("CREATE FUNCTION")) {
                assertThat(sql).matches("(?s).*RETURN [^;]*(; END( \\w+)?)?");
            }
        }
        assertThat(loops).isPositive();
    }

    /** ITERATE begins the next round of a REPEAT without a look at its UNTIL. */
    @Test
    void aRepeatThatCanBeIteratedEndsByItself() {
        int repeats = 0;
        for (int seed = 0; seed < 4; seed++) {
            for (GeneratedStatement statement : statements("8.0.33", "routines", seed)) {
                Matcher repeat = LABELLED_REPEAT.matcher(statement.sql());
                while (repeat.find()) {
                    repeats++;
                    assertThat(statement.sql().substring(repeat.end()))
                            .as("seed %d: %s", seed, statement.sql())
                            .matches("(?s) SET (n\\d+) :?= \\1 \\+ 1; IF \\1 > \\d+ THEN LEAVE " + repeat.group(1)
                                    + "; .*");
                }
            }
        }
        assertThat(repeats).isPositive();
    }

    @Test
    void whereTablesAreLargeJoinsAreOnEqualColumnsAndWindowsAndSubqueriesAreRare(@TempDir Path folder)
            throws IOException {
        Path large = folder.resolve("large.profile");
        Files.writeString(
                large, "include queries\nsize rows 10000\nsize inserts 10\nrepeat insertValues/insertValuesRow 0.97\n");
        double[] usual = large(Profile.named("queries"));
        double[] rare = large(Profile.load(large));
        assertThat(rare[0]).isGreaterThan(1.3 * usual[0]);
        assertThat(rare[1]).isLessThan(0.9 * usual[1]);
        assertThat(rare[2]).isLessThan(0.9 * usual[2]);
    }

    /** Which share of joins is on equal columns, and how many window functions a SELECT and how many subqueries a condition of a join has. */
    private static double[] large(Profile profile) {
        int selects = 0;
        int conditions = 0;
        int equal = 0;
        int windows = 0;
        int subqueries = 0;
        for (int seed = 0; seed < 6; seed++) {
            for (GeneratedStatement statement : statements(profile, seed)) {
                if (statement.kind().equals("SELECT")) {
                    selects++;
                    windows += statement.tree().all("overClause").size();
                    subqueries += statement.tree().all("joinCondition").stream()
                            .mapToInt(condition -> condition.all("query").size())
                            .sum();
                    conditions += statement.tree().all("joinCondition").size();
                    equal += (int)
                            EQUAL_COLUMNS.matcher(statement.sql()).results().count();
                }
            }
        }
        return new double[] {(double) equal / conditions, (double) windows / selects, (double) subqueries / conditions};
    }

    @Test
    void columnsAreSeldomComparedWithThemselves() {
        int compared = 0;
        int same = 0;
        for (int seed = 0; seed < 8; seed++) {
            for (GeneratedStatement statement : statements("8.0.33", "optimizer", seed)) {
                Matcher comparison = OF_COLUMNS.matcher(statement.sql());
                while (comparison.find()) {
                    compared++;
                    same += comparison.group(1).equals(comparison.group(2)) ? 1 : 0;
                }
            }
        }
        assertThat(compared).isGreaterThan(1_000);
        assertThat(same).isLessThan(compared / 15);
    }

    private static List<String> texts(long seed) {
        return statements("8.0.33", "default", seed).stream()
                .map(GeneratedStatement::sql)
                .toList();
    }

    private static List<GeneratedStatement> statements(String version, String profile, long seed) {
        return statements(generator(version, profile, seed));
    }

    private static List<GeneratedStatement> statements(StatementGenerator generator) {
        List<GeneratedStatement> statements = new ArrayList<>();
        for (int i = 0; i < ROUND; i++) {
            GeneratedStatement statement = generator.next();
            generator.applied(statement, true);
            statements.add(statement);
        }
        return statements;
    }

    private static List<GeneratedStatement> statements(Profile profile, long seed) {
        return statements(generator("8.0.33", profile, seed));
    }

    private static StatementGenerator generator(String version, String profile, long seed) {
        return generator(version, Profile.named(profile), seed);
    }

    private static StatementGenerator generator(String version, Profile profile, long seed) {
        return new StatementGenerator(
                new GeneratorSettings(profile, ServerVersion.parse(version), "d"), Choices.seeded(seed));
    }
}
