package dev.mysqlsmith.reduce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mysqlsmith.finding.History;
import dev.mysqlsmith.grammar.ServerVersion;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each file of the folder {@code cases} is a script, what it must keep, and exactly what it reduces to. */
class ReducerCasesTest {
    private static final ServerVersion VERSION = ServerVersion.parse("8.0.33");

    static Stream<Path> cases() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(ReducerCasesTest.class.getResource("cases"))
                .toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted(Comparator.naturalOrder()).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void reducesToExactlyThis(Path file) throws IOException {
        ReducerCase reducerCase = ReducerCase.read(file);

        Reduction reduction = reduce(reducerCase, 1);

        assertThat(ReducerCase.write(reduction.repro())).isEqualTo(reducerCase.expected());
        assertThat(reduction.executions()).isLessThanOrEqualTo(reducerCase.candidates());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theResultDependsNeitherOnHowManyRunAtOnceNorOnHowOftenItIsReduced(Path file) throws IOException {
        ReducerCase reducerCase = ReducerCase.read(file);

        History result = reduce(reducerCase, 4).repro();

        assertThat(ReducerCase.write(result)).isEqualTo(reducerCase.expected());
        assertThat(reduce(new ReducerCase(result, reducerCase.needed(), reducerCase.whole(), "", Long.MAX_VALUE), 2)
                        .repro())
                .isEqualTo(result);
    }

    static List<String> passes() {
        return Reducer.passes();
    }

    @ParameterizedTest
    @MethodSource("passes")
    void eachPassHasACaseThatNeedsIt(String pass) throws IOException, URISyntaxException {
        Reducer without = new Reducer(VERSION, name -> !name.equals(pass));

        List<Path> needing = new ArrayList<>();
        for (Path file : cases().toList()) {
            ReducerCase reducerCase = ReducerCase.read(file);
            if (!reducerCase.isAsExpected(reduce(without, reducerCase, 1))) {
                needing.add(file);
            }
        }

        assertThat(needing).isNotEmpty();
    }

    @Test
    void thereAreEnoughCases() throws IOException, URISyntaxException {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(45);
    }

    private static Reduction reduce(ReducerCase reducerCase, int parallel) {
        return reduce(new Reducer(VERSION), reducerCase, parallel);
    }

    private static Reduction reduce(Reducer reducer, ReducerCase reducerCase, int parallel) {
        Reduction reduction = reducer.reduce(
                reducerCase.script(),
                reducerCase::test,
                ReduceBudget.ofTime(Duration.ofMinutes(2), parallel),
                ReduceListener.none());
        assertThat(reduction.status()).isEqualTo(Reduction.Status.MINIMAL);
        assertThat(List.of(reduction.tokens(), reduction.repro().size())).allMatch(count -> count > 0);
        return reduction;
    }
}
