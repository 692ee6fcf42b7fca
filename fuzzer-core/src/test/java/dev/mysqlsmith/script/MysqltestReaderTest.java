package dev.mysqlsmith.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mysqlsmith.finding.History;
import dev.mysqlsmith.finding.Repro;
import dev.mysqlsmith.finding.ReproScript;
import dev.mysqlsmith.finding.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

class MysqltestReaderTest {

    @Test
    void commandsThatChangeOnlyTheOutputGoSilently() {
        ScriptInput input = read("""
                # a comment; with a delimiter
                --disable_warnings
                DROP TABLE IF EXISTS t1;
                enable_warnings;
                --echo # it's fine
                CREATE TABLE t1 (a TEXT,
                # behind the first line it is a part of the statement
                  b INT);
                --error ER_DUP_ENTRY, 1062
                INSERT INTO t1 VALUES ('a;b', 1);
                --replace_column 1 #
                --sorted_result
                SELECT * FROM t1
                """);

        assertThat(own(input))
                .containsExactly(
                        step("DROP TABLE IF EXISTS t1"),
                        step(
                                "CREATE TABLE t1 (a TEXT,\n# behind the first line it is a part of the statement\n  b INT)"),
                        step("INSERT INTO t1 VALUES ('a;b', 1)"),
                        step("SELECT * FROM t1"));
        assertThat(input.leftOut()).isEmpty();
    }

    @Test
    void theDelimiterChangesByEitherForm() {
        assertThat(own(read("""
                delimiter |;
                CREATE PROCEDURE p() BEGIN SELECT 1; SELECT 2; END|
                delimiter ;|
                CALL p();
                --delimiter //
                CREATE PROCEDURE q() BEGIN SELECT 3; END//
                --delimiter ;
                CALL q();
                """)))
                .containsExactly(
                        step("CREATE PROCEDURE p() BEGIN SELECT 1; SELECT 2; END"),
                        step("CALL p()"),
                        step("CREATE PROCEDURE q() BEGIN SELECT 3; END"),
                        step("CALL q()"));
    }

    @Test
    void connectionsAreSessionsAndWhatIsSentRunsWhereItIsReaped() {
        ScriptInput input = read("""
                CREATE TABLE t1 (a INT);
                connect (con1,localhost,root,,);
                LOCK TABLES t1 WRITE;
                connection default;
                --send SELECT * FROM t1
                --connect (con2, localhost, peter, pw, mysql)
                SELECT 2;
                --connection con1
                UNLOCK TABLES;
                GET_LOCK;
                LOCK TABLES t1 READ;
                --disconnect con1
                --connection default
                --reap
                """);

        assertThat(own(input))
                .containsExactly(
                        step("CREATE TABLE t1 (a INT)"),
                        new Step(1, "USE test"),
                        new Step(1, "LOCK TABLES t1 WRITE"),
                        new Step(2, "USE mysql"),
                        new Step(2, "SELECT 2"),
                        new Step(1, "UNLOCK TABLES"),
                        new Step(1, "GET_LOCK"),
                        new Step(1, "LOCK TABLES t1 READ"),
                        new Step(1, "UNLOCK TABLES"),
                        step("SELECT * FROM t1"));
        assertThat(input.leftOutText())
                .isEqualTo("1 x connect as another user, taken as root, 1 x send, which is run where it is reaped");
    }

    @Test
    void variablesCountWhereTheTestGivesThemAValue() {
        ScriptInput input = read("""
                let $table = t1;
                --let $columns = a INT, `b;` INT
                eval CREATE TABLE $table ($columns);
                let $id = `SELECT CONNECTION_ID()`;
                eval KILL $id;
                eval SELECT '\\$id', ${table}.a FROM $table;
                """);

        assertThat(own(input))
                .containsExactly(step("CREATE TABLE t1 (a INT, `b;` INT)"), step("SELECT '$id', t1.a FROM t1"));
        assertThat(input.leftOutText())
                .isEqualTo(
                        "1 x eval with a variable that only a run knows, 1 x let with a value that only a run knows");
    }

    @Test
    void whatNeedsMysqltestIsLeftOutWholeAndCounted() {
        ScriptInput input = read("""
                --source include/have_debug.inc
                SELECT 1;
                if ($x == ')')
                {
                  while ($y) { SELECT '}'; dec $y; }
                  SELECT 2;
                }
                perl;
                print "SELECT 3;\\n";
                EOF
                --write_file $MYSQLTEST_VARDIR/a.txt DONE
                SELECT 4;
                DONE
                --exec $MYSQL -e "SELECT 5;"
                --frobnicate
                SELECT 6;
                """);

        assertThat(own(input)).containsExactly(step("SELECT 1"), step("SELECT 6"));
        assertThat(input.leftOutText())
                .isEqualTo("1 x exec, 1 x frobnicate, 1 x if, 1 x perl, 1 x source, 1 x write_file");
    }

    @Test
    void whatIsWrittenForMysqltestIsReadBack() {
        History history = new History(List.of(
                step("CREATE PROCEDURE p() BEGIN SELECT 1; SELECT '//'; END"),
                step("CALL p()"),
                new Step(1, "SELECT 'of another'"),
                step("SELECT ';' -- why"),
                new Step(1, "SELECT 2")));

        ScriptInput input = read(ReproScript.forMysqltest(new Repro(history, 1, List.of(0, 0, 1064)), "a title"));

        assertThat(own(input)).isEqualTo(history.steps());
    }

    private static Step step(String sql) {
        return new Step(0, sql);
    }

    private static ScriptInput read(String test) {
        return MysqltestReader.read(test);
    }

    private static List<Step> own(ScriptInput input) {
        assertThat(input.history().statements().subList(0, input.given()))
                .containsExactly("CREATE DATABASE IF NOT EXISTS test", "USE test");
        return input.history().steps().subList(input.given(), input.history().size());
    }
}
