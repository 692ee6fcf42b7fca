package dev.mysqlsmith.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mysqlsmith.grammar.GrammarModel;
import dev.mysqlsmith.grammar.ServerVersion;
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
            for (FunctionTable.Function function : FunctionTable.read(version).giving(type)) {
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

    private static java.util.List<String> names(String version) {
        return FunctionTable.read(ServerVersion.parse(version)).giving(Type.ANY).stream()
                .map(FunctionTable.Function::name)
                .toList();
    }
}
