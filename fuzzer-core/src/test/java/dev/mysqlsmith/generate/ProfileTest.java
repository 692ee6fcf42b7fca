package dev.mysqlsmith.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mysqlsmith.grammar.Alternative;
import dev.mysqlsmith.grammar.GrammarModel;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.random.Choices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileTest {
    private static final List<String> NESTED = List.of(
            "derivedTable", "scalarSubquery", "existsSubquery", "inSubquery", "quantifiedSubquery", "withClause");

    @TempDir
    Path folder;

    @Test
    void namesTheBuiltInOnes() {
        assertThat(Profile.names()).contains("default", "queries", "ddl", "dml");
        assertThatThrownBy(() -> Profile.named("defualt"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'defualt'")
                .hasMessageContaining("default, queries");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "weight qeury/withClause 1      | nearest is 'query'",
                "option query/fromClause 1      | rule 'query' has no option with 'fromClause'",
                "weight query 1                 | expected the form RULE/SYMBOL",
                "weight query/limitClause x     | 'x': expected a number",
                "wieght query/limitClause 1     | expected include, size, weight, option, repeat, flag, favour, engine, feature, function, variable or allow",
                "weight query/limitClause       | the line ends too early",
                "flag evently                   | flag 'evently': expected unbound, evenly or prepared",
                "allow statement/doStatement    | 'statement/doStatement': is not in unsent.profile",
                "feature window fucntion off    | there is no feature 'window fucntion'; nearest is 'window function'",
                "feature window function        | expected feature NAME off, or feature NAME on",
                "function jsn_type off          | there is no function 'JSN_TYPE'; nearest is 'JSON_TYPE'",
                "function JSON_TYPE             | expected function NAME off, or function NAME on",
                "variable optimizer_serch_depth off | there is no variable 'optimizer_serch_depth'; nearest is 'optimizer_search_depth'",
                "variable optimizer_search_depth | expected variable NAME off, or variable NAME on",
                "engine inodb 2                 | there is no engine 'inodb' that tables are made of; nearest is 'InnoDB'",
                "size colums 2                  | there is no size 'colums'; nearest is 'columns'",
                "favour jsno 2                  | there is no type 'jsno'; nearest is 'json'",
                "weight statement/killStatement 1 | unless the profile says: allow statement/killStatement"
            })
    void saysWhatIsWrongWithALine(String line, String message) throws IOException {
        Path file = folder.resolve("mine.profile");
        Files.writeString(file, "include default\n" + line + "\n");
        assertThatThrownBy(() -> Weights.of(Profile.load(file), GrammarModel.mysql()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mine.profile, line 2")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({"8.0.33, 0", "8.0.34, 1"})
    void sparesAServerThatCannotBeRestartedWhatEndsItsVersion(String version, double weight) {
        ServerVersion target = ServerVersion.parse(version);

        Weights weights = Weights.of(Profile.named("default").sparing(target), GrammarModel.mysql());

        assertThat(weights.of(alternative("queryExpressionBody", "INTERSECT"))).isEqualTo(weight);
        assertThat(weights.of(alternative("setOperator", "EXCEPT"))).isEqualTo(weight);
    }

    @Test
    void sendsWhatEndsAServerWhereTheProfileAllowsIt() throws IOException {
        Path file = folder.resolve("mine.profile");
        Files.writeString(file, "include default\nallow setOperator/EXCEPT\n");

        Profile profile = Profile.load(file).sparing(ServerVersion.parse("8.0.33"));
        Weights weights = Weights.of(profile, GrammarModel.mysql());

        assertThat(weights.of(alternative("setOperator", "EXCEPT"))).isEqualTo(1);
        assertThat(weights.of(alternative("queryExpressionBody", "INTERSECT"))).isZero();
    }

    private static Alternative alternative(String rule, String symbol) {
        return GrammarModel.mysql().rule(rule).alternatives().stream()
                .filter(one -> one.mentions(symbol))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shutdownStatement", "killStatement", "loadStatement", "grantStatement"})
    void isNotSentUnlessAllowed(String statement) throws IOException {
        Path file = folder.resolve("mine.profile");
        Files.writeString(file, "include default\nweight statement/* 1\n");
        assertThat(weight(file, statement)).isZero();
        Files.writeString(file, "include default\nallow statement/" + statement + "\nweight statement/* 1\n");
        assertThat(weight(file, statement)).isEqualTo(1);
        assertThat(weight(file, "xaStatement")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "window function",
                "aggregate over a window",
                "JSON_TABLE",
                "LATERAL",
                "NATURAL",
                "row constructor"
            })
    void nothingIsMadeOfAFeatureThatIsOff(String feature) throws IOException {
        assertThat(uses(feature, "on")).isPositive();
        assertThat(uses(feature, "off")).isZero();
    }

    @Test
    void aFunctionThatIsOffIsNotCalled() throws IOException {
        String called = Files.readString(statements("function IFNULL off\nfunction IFNULL on"));
        assertThat(called).contains("IFNULL", "NULLIF");
        assertThat(Files.readString(statements("function ifnull off")))
                .doesNotContain("IFNULL")
                .contains("NULLIF");
    }

    @Test
    void aVariableThatIsOffIsNotSet() throws IOException {
        String often = "include default\nweight statement/setStatement 500\n";
        assertThat(Files.readString(statements(often + "variable SQL_MODE off\nvariable sql_mode on")))
                .contains("SESSION sql_mode", "SESSION optimizer_switch");
        assertThat(Files.readString(statements(often + "variable SQL_MODE off")))
                .doesNotContain("sql_mode")
                .contains("SESSION optimizer_switch");
    }

    @ParameterizedTest
    @CsvSource({"8.0.33, '', false", "8.0.33, variable optimizer_search_depth on, true", "8.0.36, '', true"})
    void setsNoVariableThatEndsAServer(String version, String line, boolean sets) throws IOException {
        Path file = folder.resolve("mine.profile");
        Files.writeString(file, "include default\n" + line + "\n");
        Profile profile = Profile.load(file).sparing(ServerVersion.parse(version));
        assertThat(profile.sets("optimizer_search_depth")).isEqualTo(sets);
    }

    @Test
    void queriesInStoredProgramsAreAsDeepAsTheProfileSays() throws IOException {
        assertThat(queriesInPrograms(Profile.named("routines"))).containsAll(NESTED);
        assertThat(queriesInPrograms(Profile.named("routines").sparing(ServerVersion.parse("8.0.33"))))
                .contains("querySpecification")
                .doesNotContainAnyElementsOf(NESTED);
        Path file = folder.resolve("mine.profile");
        Files.writeString(file, "include routines\nsize programs 0\n");
        assertThat(queriesInPrograms(Profile.load(file).sparing(ServerVersion.parse("8.0.33"))))
                .containsAll(NESTED);
    }

    /** Which rules of queries stand in the stored programs of some rounds. */
    private static Set<String> queriesInPrograms(Profile profile) {
        GeneratorTools tools =
                new GeneratorTools(new GeneratorSettings(profile, ServerVersion.parse("8.0.33"), "mysqlsmith"));
        Set<String> rules = new TreeSet<>();
        for (int round = 0; round < 12; round++) {
            StatementGenerator generator =
                    new StatementGenerator(tools, Choices.seeded(5).split(round));
            for (int i = 0; i < 300; i++) {
                GeneratedStatement statement = generator.next();
                generator.applied(statement, true);
                if (statement.kind().matches("CREATE (FUNCTION|PROCEDURE|TRIGGER|EVENT)")) {
                    Stream.concat(NESTED.stream(), Stream.of("querySpecification"))
                            .filter(rule -> !statement.tree().all(rule).isEmpty())
                            .forEach(rules::add);
                }
            }
        }
        return rules;
    }

    @Test
    void tablesAreOfTheEnginesThatAProfileLeaves() throws IOException {
        String none =
                "include ddl\nengine InnoDB 0\nengine CSV 0\nengine archive 0\nengine BLACKHOLE 0\nengine MERGE 0\n";
        assertThat(engines("include ddl")).contains("InnoDB", "MyISAM", "CSV");
        assertThat(engines(none)).containsExactly("MEMORY", "MyISAM");
        assertThatThrownBy(() -> statements(none + "engine myisam 0\nengine MEMORY 0"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("own.profile")
                .hasMessageContaining("no engine");
    }

    /** The engines that new tables name; of temporary ones some engines can't be. */
    private Set<String> engines(String lines) throws IOException {
        Pattern engine = Pattern.compile("CREATE TABLE .* ENGINE (?:= )?(\\w+)");
        return Files.readAllLines(statements(lines)).stream()
                .map(engine::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void aRuleThatIsOffIsNotAskedFor() throws IOException {
        String frame = "weight windowFunctionCall/* 20\nfunction IFNULL off\nweight frameClause/* ";
        assertThat(Files.readString(statements(frame + "1"))).contains(" ROWS ");
        assertThat(Files.readString(statements(frame + "0")))
                .contains(" OVER ")
                .doesNotContain(" ROWS BETWEEN ", " RANGE BETWEEN ");
    }

    private Path statements(String line) throws IOException {
        Path file = Files.writeString(folder.resolve("own.profile"), "include functions\n" + line + "\n");
        StatementGenerator generator = new StatementGenerator(
                new GeneratorSettings(Profile.load(file), ServerVersion.parse("8.0.33"), "d"), Choices.seeded(7));
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            GeneratedStatement statement = generator.next();
            generator.applied(statement, true);
            made.add(statement.sql());
        }
        return Files.write(folder.resolve("made.sql"), made);
    }

    private int uses(String feature, String state) throws IOException {
        Path file = folder.resolve(state + ".profile");
        Files.writeString(
                file, "include queries\nfeature " + feature + " off\nfeature " + feature + " " + state + "\n");
        StatementGenerator generator = new StatementGenerator(
                new GeneratorSettings(Profile.load(file), ServerVersion.parse("8.0.33"), "d"), Choices.seeded(7));
        List<FeatureNames.Place> places = FeatureNames.standard().places(feature, "test");
        int uses = 0;
        for (int i = 0; i < 1000; i++) {
            GeneratedStatement statement = generator.next();
            generator.applied(statement, true);
            uses += uses(statement.tree(), places);
        }
        return uses;
    }

    private static int uses(SyntaxTree tree, List<FeatureNames.Place> places) {
        if (!(tree instanceof SyntaxTree.Node node)) {
            return 0;
        }
        int uses = places.stream()
                        .anyMatch(place -> node.is(place.rule())
                                && (place.symbol().isEmpty()
                                        || node.children().stream().anyMatch(child -> isNamed(child, place.symbol()))))
                ? 1
                : 0;
        for (SyntaxTree child : node.children()) {
            uses += uses(child, places);
        }
        return uses;
    }

    private static boolean isNamed(SyntaxTree tree, String symbol) {
        return tree instanceof SyntaxTree.Node node
                ? node.is(symbol)
                : ((SyntaxTree.Token) tree).text().equals(symbol);
    }

    private static double weight(Path profile, String statement) throws IOException {
        Weights weights = Weights.of(Profile.load(profile), GrammarModel.mysql());
        return GrammarModel.mysql().rule("statement").alternatives().stream()
                .filter(alternative -> alternative.mentions(statement))
                .mapToDouble(weights::of)
                .sum();
    }

    @Test
    void laterLinesWin() throws IOException {
        Path file = folder.resolve("mine.profile");
        Files.writeString(file, "include default\nweight statement/* 0\nweight statement/doStatement 2\n");
        Weights weights = Weights.of(Profile.load(file), GrammarModel.mysql());
        for (Alternative alternative : GrammarModel.mysql().rule("statement").alternatives()) {
            assertThat(weights.of(alternative)).isEqualTo(alternative.mentions("doStatement") ? 2 : 0);
        }
    }

    @Test
    void aRoundIsMadeOfWhatTheProfileLeavesOn() throws IOException {
        Path file = folder.resolve("mine.profile");
        Files.writeString(
                file,
                "include default\nsize inserts 1\nweight statement/* 0\nweight statement/createTableStatement 0.001\n"
                        + "weight statement/insertStatement 0.001\nweight statement/doStatement 2\n");
        StatementGenerator generator = new StatementGenerator(
                new GeneratorSettings(Profile.load(file), ServerVersion.parse("8.0.33"), "d"), Choices.seeded(1));
        int[] done = {0};
        for (int i = 0; i < 100; i++) {
            GeneratedStatement statement = generator.next();
            generator.applied(statement, true);
            done[0] += statement.kind().equals("DO") ? 1 : 0;
        }
        assertThat(done[0]).isGreaterThan(80);
    }
}
