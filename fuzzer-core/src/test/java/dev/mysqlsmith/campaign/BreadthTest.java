package dev.mysqlsmith.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mysqlsmith.generate.Features;
import dev.mysqlsmith.generate.GeneratedStatement;
import dev.mysqlsmith.generate.GeneratorSettings;
import dev.mysqlsmith.generate.GeneratorTools;
import dev.mysqlsmith.generate.Profile;
import dev.mysqlsmith.generate.StatementGenerator;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.random.Choices;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every feature of definitions is generated, for the versions that have it. */
class BreadthTest {
    private static final long SEED = 0xD1;
    private static final int ROUNDS = 60;
    private static final int STATEMENTS = 400;
    private static final Set<String> AREAS = Set.of(
            "types",
            "columns",
            "constraints",
            "indexes",
            "partitions",
            "engines",
            "tables",
            "ALTER TABLE",
            "maintenance");

    @Test
    void everyFeatureOfDefinitionsIsMet() {
        assertThat(missing("8.0.33")).containsExactly("types: VECTOR");
        assertThat(missing("9.1.0")).isEmpty();
    }

    @Test
    void olderVersionsAreSparedWhatTheyLack() {
        assertThat(missing("5.7.22"))
                .contains(
                        "types: SRID",
                        "columns: DEFAULT by an expression",
                        "columns: invisible",
                        "columns: CHECK",
                        "indexes: functional",
                        "indexes: multi-valued",
                        "indexes: invisible",
                        "maintenance: UPDATE HISTOGRAM")
                .doesNotContain("engines: MERGE", "constraints: foreign key", "partitions: subpartitions");
    }

    /** The features of the areas that no statement of some rounds had. */
    private static List<String> missing(String version) {
        GeneratorTools tools = new GeneratorTools(
                new GeneratorSettings(Profile.named("ddl"), ServerVersion.parse(version), "mysqlsmith_breadth"));
        BitSet met = new BitSet();
        for (int round = 0; round < ROUNDS; round++) {
            StatementGenerator generator =
                    new StatementGenerator(tools, Choices.seeded(SEED).split(round));
            for (int i = 0; i < STATEMENTS; i++) {
                GeneratedStatement statement = generator.next();
                met.or(Features.standard().of(statement.tree()));
                generator.applied(statement, true);
            }
        }
        return Features.standard().names().stream()
                .filter(name -> AREAS.contains(name.substring(0, Math.max(0, name.indexOf(':')))))
                .filter(name -> !met.get(Features.standard().names().indexOf(name)))
                .toList();
    }
}
