package dev.mysqlsmith.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.random.Choices;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a session is in the middle of bounds what comes next. */
class SessionsTest {
    private static final int STATEMENTS = 3000;
    private static final Pattern LOCKED = Pattern.compile("(t\\d+)(?: (?:AS )?(k\\d+))? (?:READ|LOW_PRIORITY|WRITE)");

    @Test
    void xaTransactionsGoTheirWayWithNothingBehindTheirEnd() {
        String ways = run(statement -> true).stream()
                .filter(sql -> !sql.startsWith("XA RECOVER"))
                .map(sql -> sql.startsWith("XA ") ? sql.split(" ")[1].substring(0, 1) : "-")
                .reduce("", String::concat);
        assertThat(ways.replaceAll("-+", "-").replaceAll("[SB]-?E(P?[CR])", "x"))
                .matches("[-x]*([SB]-?(EP?)?)?")
                .contains("x");
    }

    @Test
    void anXaTransactionThatCannotEndIsRolledBack() {
        List<String> sent = run(sql -> !sql.startsWith("XA END")).stream()
                .filter(sql -> !sql.matches("SET SESSION \\w+ :?= DEFAULT")) // may be due in any state
                .toList();
        for (int i = 0; i + 1 < sent.size(); i++) { // the last may be one whose answer is not there yet
            if (sent.get(i).startsWith("XA END")) {
                assertThat(sent.get(i + 1))
                        .isEqualTo(sent.get(i).replace("XA END", "XA ROLLBACK").replaceAll(" SUSPEND.*", ""));
            }
        }
        assertThat(sent).anyMatch(sql -> sql.startsWith("XA ROLLBACK"));
    }

    @Test
    void underLocksOnlyLockedNamesAreUsed() {
        List<String> names = new ArrayList<>();
        int checked = 0;
        for (String sql : run(sql -> true)) {
            if (sql.startsWith("LOCK TABLE")) {
                names.clear();
                Matcher lock = LOCKED.matcher(sql);
                while (lock.find()) {
                    names.add(lock.group(2) == null ? lock.group(1) : lock.group(2));
                }
            } else if (sql.startsWith("UNLOCK TABLE")) {
                names.clear();
            } else if (!names.isEmpty()) {
                checked++;
                assertThat(sql).doesNotStartWith("CREATE").doesNotStartWith("ALTER");
                assertThat(sql).doesNotContainPattern("\\bt\\d+ (AS )?a\\d+");
                Matcher name = Pattern.compile("\\b[tk]\\d+\\b").matcher(sql);
                while (name.find()) {
                    assertThat(names).as(sql).contains(name.group());
                }
            }
        }
        assertThat(checked).isPositive();
    }

    @Test
    void nothingIsChangedInAReadOnlyTransaction() {
        boolean readOnly = false;
        int checked = 0;
        for (String sql : run(sql -> true)) {
            if (sql.startsWith("START TRANSACTION")) {
                readOnly = sql.contains("READ ONLY") || readOnly && !sql.contains("READ WRITE");
            } else if (sql.matches("(COMMIT|ROLLBACK).*") && !sql.contains(" TO ")) {
                readOnly &= sql.contains("AND CHAIN");
            } else if (readOnly) {
                checked++;
                assertThat(sql)
                        .doesNotMatch("(?s)(INSERT|UPDATE|DELETE|REPLACE|CREATE|ALTER|TRUNCATE|EXECUTE|XA|LOCK).*");
            }
        }
        assertThat(checked).isPositive();
    }

    @Test
    void savepointsAreSetInTransactionsAndReleased() {
        boolean inside = false;
        int released = 0;
        for (String sql : run(sql -> true)) {
            if (sql.matches("(START TRANSACTION|BEGIN).*")) {
                inside = true;
            } else if (sql.matches("(COMMIT|ROLLBACK).*") && !sql.contains(" TO ")) {
                inside = sql.contains("AND CHAIN");
            } else if (sql.contains("SAVEPOINT ")) {
                assertThat(inside).as(sql).isTrue();
                released += sql.startsWith("RELEASE") ? 1 : 0;
            }
        }
        assertThat(released).isPositive();
    }

    /** All that a round gives when statements succeed that {@code answer} likes. */
    private static List<String> run(Predicate<String> answer) {
        StatementGenerator generator = new StatementGenerator(
                new GeneratorSettings(Profile.named("transactions"), ServerVersion.parse("8.0.33"), "d"),
                Choices.seeded(7));
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < STATEMENTS; i++) {
            GeneratedStatement statement = generator.next();
            generator.applied(statement, answer.test(statement.sql()));
            sent.add(statement.sql());
        }
        return sent;
    }
}
