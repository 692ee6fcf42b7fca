package dev.mysqlsmith.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mysqlsmith.grammar.ScriptReader;
import dev.mysqlsmith.grammar.ScriptStatement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatementLogTest {
    private static final List<String> STATEMENTS = List.of(
            "USE d",
            "CREATE PROCEDURE p() BEGIN SELECT 1; SELECT '//'; END",
            "CALL p()",
            "SELECT ';'",
            "SELECT 1 -- the end");

    @TempDir
    Path temp;

    @Test
    void theClientReadsTheSameStatementsBack() throws IOException {
        Path file = temp.resolve("statements-0.sql");
        try (StatementLog log = StatementLog.to(file)) {
            STATEMENTS.forEach(log::write);
        }
        assertThat(ScriptReader.read(Files.readString(file), Set.of()).stream().map(ScriptStatement::text))
                .containsExactlyElementsOf(STATEMENTS);
    }
}
