package dev.mysqlsmith.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mysqlsmith.grammar.GrammarModel;
import dev.mysqlsmith.grammar.ServerVersion;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionTableTest {
    @ParameterizedTest
    @ValueSource(strings = {"5.7.22", "8.0.33", "9.7.4"})
    void eachFunctionAndConstantIsSomethingTheGrammarKnows(String text) {
        ServerVersion version = ServerVersion.parse(text);
        Lexicon lexicon = new Lexicon(version, new Values(version));
        for (Type type : Type.values()) {
            for (FunctionTable.Function function :
                    FunctionTable.read(version, FunctionCatalog.UNASKED).giving(type)) {
                assertThat(lexicon.leaf(GrammarModel.mysql().rule("functionName"), function.name())
                                .sql())
                        .isEqualTo(function.name());
            }
        }
    }

    @Test
    void leavesOutWhatTheVersionLacks() {
        assertThat(names("5.7.22")).contains("JSON_EXTRACT").doesNotContain("REGEXP_REPLACE", "JSON_OVERLAPS");
        assertThat(names("8.0.33")).contains("REGEXP_REPLACE", "JSON_OVERLAPS");
    }

    @Test
    void knowsThreeHundredSignatures() {
        assertThat(FunctionTable.read(ServerVersion.parse("8.0.33"), FunctionCatalog.UNASKED)
                        .all())
                .hasSizeGreaterThan(300);
    }

    @Test
    void leavesOutWhatTheTargetLacksAndTakesWhatItHasBeside() {
        FunctionTable table = FunctionTable.read(
                ServerVersion.parse("8.0.33"),
                new FunctionCatalog(List.of("uuid"), List.of("OUR_OWN json (string, number?)")));
        assertThat(table.all())
                .extracting(FunctionTable.Function::name)
                .doesNotContain("UUID")
                .contains("ABS");
        assertThat(table.giving(Type.JSON))
                .extracting(FunctionTable.Function::name)
                .contains("OUR_OWN");
        assertThat(table.giving(Type.STRING))
                .extracting(FunctionTable.Function::name)
                .doesNotContain("OUR_OWN");
    }

    @Test
    void saysWhichLearnedLineIsWrong() {
        assertThatThrownBy(() -> new FunctionCatalog(List.of(), List.of("OUR_OWN number")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("OUR_OWN number");
    }

    @Test
    void eachBoundaryIsAnExpression() {
        ServerVersion version = ServerVersion.parse("8.0.33");
        Values values = new Values(version);
        Lexicon lexicon = new Lexicon(version, values);
        for (Type type : Type.values()) {
            for (String value : values.boundaries(type.word())) {
                assertThat(lexicon.expression(value).is("expression")).as(value).isTrue();
            }
        }
        assertThat(values.boundaries("geometry")).isNotEmpty();
    }

    private static List<String> names(String version) {
        return FunctionTable.read(ServerVersion.parse(version), FunctionCatalog.UNASKED).giving(Type.ANY).stream()
                .map(FunctionTable.Function::name)
                .toList();
    }
}
