package dev.mysqlsmith.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mysqlsmith.generate.GeneratedStatement;
import dev.mysqlsmith.generate.GeneratorSettings;
import dev.mysqlsmith.generate.GeneratorTools;
import dev.mysqlsmith.generate.Profile;
import dev.mysqlsmith.generate.StatementGenerator;
import dev.mysqlsmith.generate.UsedChoices;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.random.Choices;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ArmsTest {
    private static final GeneratorTools TOOLS =
            new GeneratorTools(new GeneratorSettings(Profile.named("queries"), ServerVersion.parse("8.0.33"), "d"));

    @Test
    void whatGaveNewPlansCountsMoreAndWhatFailedLessButNeverNothing() {
        Arms arms = new Arms(TOOLS.choiceCount());
        List<UsedChoices> all = uses();
        UsedChoices good = all.get(0);
        UsedChoices bad = all.get(1);
        for (int i = 0; i < 400; i++) {
            boolean isGood = i % 2 == 0;
            arms.ran(isGood ? good : bad, !isGood);
            arms.planned(isGood ? good : bad, isGood);
        }
        double[] factors = arms.draw(Choices.seeded(1));
        Set<Integer> goodOnly = only(good, bad);
        Set<Integer> badOnly = only(bad, good);
        assertThat(product(factors, goodOnly)).isGreaterThan(5);
        assertThat(product(factors, badOnly)).isLessThan(0.05);
        assertThat(badOnly).allSatisfy(id -> assertThat(factors[id]).isBetween(0.01, 1.0));
    }

    @Test
    void whatIsUsedByAllHasTheUsualWeight() {
        Arms arms = new Arms(TOOLS.choiceCount());
        UsedChoices same = uses().get(0);
        for (int i = 0; i < 2000; i++) {
            arms.ran(same, false);
            arms.planned(same, i % 4 == 0);
        }
        double[] factors = arms.draw(Choices.seeded(1));
        double mean = ids(same).stream()
                .mapToDouble(id -> Math.log(factors[id]))
                .average()
                .orElseThrow();
        assertThat(mean).isBetween(-0.4, 0.2);
    }

    @Test
    void goesOnFromWhatWasWrittenDown() {
        Arms first = new Arms(TOOLS.choiceCount());
        uses().forEach(used -> {
            first.ran(used, false);
            first.planned(used, true);
        });
        double[] factors = first.draw(Choices.seeded(7));
        Arms second = new Arms(TOOLS.choiceCount());
        assertThat(second.restore(first.all())).isEqualTo(factors);
        assertThat(second.draw(Choices.seeded(8))).isEqualTo(first.draw(Choices.seeded(8)));
    }

    private static List<UsedChoices> uses() {
        StatementGenerator generator = new StatementGenerator(TOOLS, Choices.seeded(5));
        List<UsedChoices> uses = new ArrayList<>();
        while (uses.size() < 20) {
            GeneratedStatement statement = generator.next();
            generator.applied(statement, true);
            if (statement.kind().equals("SELECT")) {
                uses.add(statement.used());
            }
        }
        return uses;
    }

    private static double product(double[] factors, Set<Integer> ids) {
        return ids.stream().mapToDouble(id -> factors[id]).reduce(1, (a, b) -> a * b);
    }

    private static Set<Integer> only(UsedChoices these, UsedChoices notThose) {
        Set<Integer> ids = ids(these);
        ids.removeAll(ids(notThose));
        return ids;
    }

    private static Set<Integer> ids(UsedChoices used) {
        Set<Integer> ids = new TreeSet<>();
        used.forEach(ids::add);
        return ids;
    }
}
