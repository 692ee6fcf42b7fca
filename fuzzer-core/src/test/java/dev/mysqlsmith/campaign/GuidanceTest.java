package dev.mysqlsmith.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mysqlsmith.execute.Outcome;
import dev.mysqlsmith.execute.SqlError;
import dev.mysqlsmith.generate.GeneratedStatement;
import dev.mysqlsmith.generate.GeneratorSettings;
import dev.mysqlsmith.generate.GeneratorTools;
import dev.mysqlsmith.generate.Profile;
import dev.mysqlsmith.generate.StatementGenerator;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.random.Choices;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuidanceTest {
    private static final int ROUND = 150;

    @TempDir
    Path temp;

    @Test
    void theSameAnswersGiveTheSameStatements() {
        List<String> first = statements("first", 0, 6);
        assertThat(first).isEqualTo(statements("second", 0, 6));
        assertThat(first.subList(0, 2 * ROUND)).isEqualTo(statements("none", 0, 2));
        assertThat(changes("first")).isEqualTo(changes("second")).isGreaterThan(1);
    }

    @Test
    void theAnswersChangeWhatIsMade() {
        List<String> guided = statements("guided", 0, 6);
        List<String> free = new ArrayList<>();
        for (long round = 0; round < 6; round++) {
            work(tools(), null, round, free);
        }
        assertThat(guided.subList(0, 2 * ROUND)).isEqualTo(free.subList(0, 2 * ROUND));
        assertThat(guided.subList(2 * ROUND, 6 * ROUND)).isNotEqualTo(free.subList(2 * ROUND, 6 * ROUND));
    }

    @Test
    void whoGoesOnHasTheWeightsThatWereWrittenDown() {
        List<String> whole = statements("whole", 0, 4);
        List<String> resumed = statements("resumed", 0, 2);
        resumed.addAll(statements("resumed", 2, 3));
        assertThat(resumed).isEqualTo(whole.subList(0, 3 * ROUND));
    }

    @Test
    void whatEndsSessionsIsTriedLess() {
        GeneratorTools tools = tools();
        Guidance guidance = new Guidance(0, 0, tools.choiceCount(), file("lost"), Choices.seeded(1));
        guidance.lead(tools);
        List<Integer> windows = new ArrayList<>();
        for (long round = 0; round < 12; round++) {
            windows.add(windowsOf(tools, guidance, round));
            if (guidance.changesBefore(round + 1)) {
                guidance.lead(tools);
            }
        }
        int first = windows.subList(0, 2).stream().mapToInt(Integer::intValue).sum();
        int last = windows.subList(10, 12).stream().mapToInt(Integer::intValue).sum();
        assertThat(first).isGreaterThan(20);
        assertThat(last).isLessThan(first / 2);
    }

    @ParameterizedTest
    @CsvSource({"1062, true", "1526, true", "1737, true", "1205, true", "1213, true", "1054, false", "1222, false"})
    void whatARowOrALockRefusesSaysNothingOfItsStatement(int code, boolean nothing) {
        GeneratorTools tools = tools();
        WeightsFile file = file("error" + code);
        Guidance guidance = new Guidance(0, 0, tools.choiceCount(), file, Choices.seeded(1));
        StatementGenerator generator = new StatementGenerator(tools, Choices.seeded(4));
        for (int i = 0; i < ROUND; i++) {
            guidance.ran(generator.next(), new Outcome.Failed(new SqlError(code, "HY000", "no"), Duration.ZERO));
        }
        assertThat(guidance.changesBefore(2)).isTrue();
        List<Arms.Arm> known = file.before(0, 2).orElseThrow().arms();
        assertThat(known.isEmpty()).isEqualTo(nothing);
    }

    /** How many statements of a round have a window, every fifth of which ends the session. */
    private static int windowsOf(GeneratorTools tools, Guidance guidance, long round) {
        StatementGenerator generator =
                new StatementGenerator(tools, Choices.seeded(3).split(round));
        int windows = 0;
        for (int i = 0; i < ROUND; i++) {
            GeneratedStatement statement = generator.next();
            boolean window = statement.sql().contains(" OVER ");
            windows += window ? 1 : 0;
            guidance.ran(
                    statement,
                    window && windows % 5 == 0
                            ? new Outcome.ConnectionLost("gone", Duration.ZERO)
                            : new Outcome.Updated(0, Duration.ZERO));
            generator.applied(statement, true);
        }
        return windows;
    }

    private int changes(String name) {
        WeightsFile file = file(name);
        return (int) java.util.stream.LongStream.range(0, 10)
                .filter(round -> file.before(0, round)
                        .filter(change -> change.round() == round)
                        .isPresent())
                .count();
    }

    private WeightsFile file(String name) {
        return new WeightsFile(temp.resolve(name));
    }

    /** What rounds {@code from} to {@code to - 1} make, the weights in a file of that name. */
    private List<String> statements(String name, long from, long to) {
        GeneratorTools tools = tools();
        Guidance guidance = new Guidance(0, from, tools.choiceCount(), file(name), Choices.seeded(1));
        guidance.lead(tools);
        List<String> statements = new ArrayList<>();
        for (long round = from; round < to; round++) {
            work(tools, guidance, round, statements);
            if (guidance.changesBefore(round + 1)) {
                guidance.lead(tools);
            }
        }
        return statements;
    }

    /** Answers that depend on the statement alone. */
    private static void work(GeneratorTools tools, Guidance guidance, long round, List<String> statements) {
        StatementGenerator generator =
                new StatementGenerator(tools, Choices.seeded(2).split(round));
        for (int i = 0; i < ROUND; i++) {
            GeneratedStatement statement = generator.next();
            statements.add(statement.sql());
            boolean fails = i > 20 && statement.sql().contains("UNION");
            generator.applied(statement, !fails);
            if (guidance != null) {
                guidance.ran(statement, fails ? failed() : new Outcome.Updated(0, Duration.ZERO));
                guidance.planned(statement, statement.sql().length() / 10);
            }
        }
    }

    private static Outcome failed() {
        return new Outcome.Failed(new SqlError(1222, "21000", "columns"), Duration.ZERO);
    }

    private static GeneratorTools tools() {
        return new GeneratorTools(new GeneratorSettings(Profile.named("default"), ServerVersion.parse("8.0.33"), "d"));
    }
}
