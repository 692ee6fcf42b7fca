package dev.mysqlsmith.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScriptReaderTest {
    @Test
    void splitsAtSemicolonsAndCountsLines() {
        assertThat(read("SELECT 1;\n\nSELECT\n2; SELECT 3"))
                .containsExactly(
                        new ScriptStatement("SELECT 1", 1),
                        new ScriptStatement("SELECT\n2", 3),
                        new ScriptStatement("SELECT 3", 4));
    }

    @Test
    void notInsideTextsAndNames() {
        assertThat(texts("SELECT ';', \";\", `;`, 'a\\';', 'b'';'; SELECT 2"))
                .containsExactly("SELECT ';', \";\", `;`, 'a\\';', 'b'';'", "SELECT 2");
    }

    @Test
    void withoutBackslashEscapesATextEndsAtItsQuote() {
        assertThat(ScriptReader.read("SELECT 'a\\'; SELECT 2", Set.of(SqlMode.NO_BACKSLASH_ESCAPES)))
                .hasSize(2);
    }

    @Test
    void commentsStayWithTheStatementBehindThem() {
        assertThat(texts("-- a; b\n# c; d\n/* e; f */ SELECT 1; -- the end;\n"))
                .containsExactly("-- a; b\n# c; d\n/* e; f */ SELECT 1");
        assertThat(texts("SELECT 1--2; SELECT 3")).containsExactly("SELECT 1--2", "SELECT 3");
    }

    @Test
    void commentsThatAreCodeAreStatements() {
        assertThat(texts("/*!40101 SET NAMES 'x;*/' */; SELECT 1"))
                .containsExactly("/*!40101 SET NAMES 'x;*/' */", "SELECT 1");
    }

    @Test
    void delimiterCommands() {
        assertThat(texts("""
                DELIMITER //
                CREATE PROCEDURE p() BEGIN SELECT 1; SELECT 2; END//
                delimiter ;
                SELECT 3;""")).containsExactly("CREATE PROCEDURE p() BEGIN SELECT 1; SELECT 2; END", "SELECT 3");
        assertThat(texts("DELIMITER $$\nSELECT 1; SELECT 2$$\nSELECT 3$$"))
                .containsExactly("SELECT 1; SELECT 2", "SELECT 3");
        assertThat(texts("SELECT\ndelimiter ; SELECT 2")).containsExactly("SELECT\ndelimiter", "SELECT 2");
    }

    @Test
    void goCommandsEndStatements() {
        assertThat(texts("SELECT 1\\G\nSELECT 2\\g SELECT '\\G'"))
                .containsExactly("SELECT 1", "SELECT 2", "SELECT '\\G'");
    }

    @Test
    void useNeedsNoDelimiter() {
        assertThat(texts("use test\nSELECT 1; USE a; SELECT 2"))
                .containsExactly("use test", "SELECT 1", "USE a", "SELECT 2");
    }

    @Test
    void textsInDollars() {
        assertThat(texts("CREATE FUNCTION f() RETURNS INT LANGUAGE JAVASCRIPT AS $a$ return 1; $$ $a$; SELECT 1"))
                .hasSize(2);
        assertThat(texts("SELECT a$b$c; SELECT 1")).hasSize(2);
    }

    @Test
    void whatNeverEnds() {
        assertThat(texts("SELECT 'a; SELECT 2")).containsExactly("SELECT 'a; SELECT 2");
        assertThat(texts("SELECT 1 /* a; b")).containsExactly("SELECT 1 /* a; b");
        assertThat(texts("")).isEmpty();
        assertThat(texts(";;\n;")).isEmpty();
    }

    @Test
    void nonsenseIsSplitToo() {
        assertThat(texts("FOO ))) ; BAR '(' ;")).containsExactly("FOO )))", "BAR '('");
    }

    private static List<ScriptStatement> read(String script) {
        return ScriptReader.read(script, Set.of());
    }

    private static List<String> texts(String script) {
        return read(script).stream().map(ScriptStatement::text).toList();
    }
}
