package dev.mysqlsmith.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mysqlsmith.grammar.ParseResult;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.grammar.SqlParser;
import dev.mysqlsmith.random.Choices;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The profile of the grammar alone. */
class SyntaxProfileTest {
    private static final long SEED = 0x5EED;

    @ParameterizedTest
    @ValueSource(strings = {"5.7.22", "8.0.12", "8.0.33", "9.7.4"})
    void whatIsGeneratedIsParsedForThatVersion(String version) {
        SqlParser parser = new SqlParser(ServerVersion.parse(version), Set.of());
        List<String> rejected = statements(version, 1_500)
                .map(GeneratedStatement::sql)
                .filter(sql -> parser.parse(sql) instanceof ParseResult.Rejected)
                .toList();
        // some texts read otherwise than they were made: WITH ROLLUP names a table, a join takes the condition of
        // another
        assertThat(rejected).as("seed 0x%x", SEED).hasSizeLessThan(5);
    }

    @Test
    void leadsToWhatWasNeverUsed() throws IOException {
        AlternativeUses few = new AlternativeUses(new GeneratorTools(settings("8.0.33")));
        AlternativeUses many = new AlternativeUses(new GeneratorTools(settings("8.0.33")));
        statements("8.0.33", 500).forEach(statement -> few.count(statement.tree()));
        statements("8.0.33", 5_000).forEach(statement -> many.count(statement.tree()));
        assertThat(many.unused()).as("seed 0x%x", SEED).isLessThan(few.unused() / 2);
        StringBuilder table = new StringBuilder();
        many.write(table);
        assertThat(table.toString().lines().filter(line -> line.startsWith("0\t")))
                .hasSize((int) many.unused());
        assertThat(table.toString().lines()).anyMatch(line -> line.endsWith("\tstatement\tshutdownStatement"));
    }

    @Test
    void theSameSeedGivesTheSame() {
        assertThat(statements("8.0.33", 700).map(GeneratedStatement::sql).toList())
                .isEqualTo(
                        statements("8.0.33", 700).map(GeneratedStatement::sql).toList());
    }

    private static Stream<GeneratedStatement> statements(String version, int count) {
        StatementGenerator generator = new StatementGenerator(settings(version), Choices.seeded(SEED));
        return Stream.generate(() -> {
                    GeneratedStatement statement = generator.next();
                    generator.applied(statement, true);
                    return statement;
                })
                .limit(count);
    }

    private static GeneratorSettings settings(String version) {
        return new GeneratorSettings(Profile.named("syntax"), ServerVersion.parse(version), "d");
    }
}
