package dev.mysqlsmith.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mysqlsmith.execute.BinaryProtocol;
import dev.mysqlsmith.grammar.ScriptReader;
import dev.mysqlsmith.grammar.ScriptStatement;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReproScriptTest {
    private static final History HISTORY = History.of(List.of(
            "USE d",
            "CREATE PROCEDURE p() BEGIN SELECT 1; SELECT '//'; END",
            "CALL p()",
            "SELECT ';' -- why",
            "SELECT 'a;b'",
            "SELECT 1 # the end"));

    @Test
    void theClientReadsTheSameStatementsBack() {
        String script = ReproScript.forClient(HISTORY);

        assertThat(ScriptReader.read(script, Set.of()).stream().map(ScriptStatement::text))
                .containsExactlyElementsOf(HISTORY.statements());
    }

    @Test
    void mysqltestIsToldOfDelimitersAndErrors() {
        Repro repro = new Repro(
                History.of(
                        List.of("CREATE TRIGGER t BEFORE INSERT ON t1 FOR EACH ROW BEGIN SET @a = 1; END", "SELECT x")),
                20,
                List.of(1146, 0));

        assertThat(ReproScript.forMysqltest(repro, "a crash\nof a server"))
                .isEqualTo("# a crash\n# of a server\n--disable_warnings\n--delimiter //\n--error 1146\n"
                        + "CREATE TRIGGER t BEFORE INSERT ON t1 FOR EACH ROW BEGIN SET @a = 1; END//\n"
                        + "--delimiter ;\nSELECT x;\n");
    }

    @Test
    void mysqltestIsToldOfTheBinaryProtocol() {
        Repro repro = new Repro(History.of(List.of(BinaryProtocol.marked("SELECT 1"))), 2, List.of());

        assertThat(ReproScript.forMysqltest(repro, ""))
                .isEqualTo("# run it by mysqltest --ps-protocol\n--disable_warnings\n"
                        + "/* mysqlsmith: prepared */ SELECT 1;\n");
    }

    @Test
    void mysqltestHasAConnectionForEachSession() {
        History history = new History(List.of(
                new Step(1, "LOCK TABLES t WRITE"),
                new Step(0, "SELECT 1"),
                new Step(1, "SELECT 2"),
                new Step(2, "SELECT 3")));

        assertThat(ReproScript.forMysqltest(new Repro(history, 9, List.of()), ""))
                .isEqualTo("""
                        --disable_warnings
                        --connect (s1,localhost,root,,*NO-ONE*)
                        LOCK TABLES t WRITE;
                        --connection default
                        SELECT 1;
                        --connection s1
                        SELECT 2;
                        --connect (s2,localhost,root,,*NO-ONE*)
                        SELECT 3;
                        """);
    }
}
