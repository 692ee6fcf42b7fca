package dev.mysqlsmith.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SqlScriptTest {

    @Test
    void semicolonsEndStatementsAndTheLastNeedsNone() {
        assertThat(texts("SELECT 1; SELECT 2;;\n ; SELECT 3")).containsExactly("SELECT 1", "SELECT 2", "SELECT 3");
    }

    @Test
    void quotesAndCommentsHideDelimiters() {
        assertThat(texts("SELECT 'a;''b\\';', \";\", `;`; SELECT /* ; */ 1 -- ;\n, 2 # ;\n; SELECT 1--1;"))
                .containsExactly(
                        "SELECT 'a;''b\\';', \";\", `;`", "SELECT /* ; */ 1 -- ;\n, 2", "SELECT 1--1");
    }

    @Test
    void commentsAroundStatementsAreLeftOutButExecutedOnesStay() {
        assertThat(texts("-- first\nSELECT 1 -- one\n;\n# x\n/* y */ SELECT 2; /*!80000 SET @a = 1 */;"))
                .containsExactly("SELECT 1", "SELECT 2", "/*!80000 SET @a = 1 */");
    }

    @Test
    void theDelimiterChanges() {
        assertThat(texts("DELIMITER //\nCREATE PROCEDURE p() BEGIN SELECT 1; END//\ndelimiter ;\nCALL p();"))
                .containsExactly("CREATE PROCEDURE p() BEGIN SELECT 1; END", "CALL p()");
    }

    @Test
    void commandsOfMysqltestAreLeftOut() {
        assertThat(texts("--error 1064\nSELEC 1;\n--delimiter |\nSELECT 1; SELECT 2|\n--delimiter ;\nSELECT 3;\n"))
                .containsExactly("SELEC 1", "SELECT 1; SELECT 2", "SELECT 3");
    }

    @Test
    void statementsKnowWhereTheyBegin() {
        assertThat(SqlScript.read("SELECT 1;\n\n  SELECT 2;").statements())
                .containsExactly(
                        new SqlScript.Statement("SELECT 1", 1, 1), new SqlScript.Statement("SELECT 2", 3, 3));
    }

    @Test
    void anUnendedQuoteIsNamedWithItsPlace() {
        assertThatThrownBy(() -> texts("SELECT 1;\nSELECT 'abc;\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 2, column 8");
    }

    private static List<String> texts(String script) {
        return SqlScript.read(script).texts();
    }
}
