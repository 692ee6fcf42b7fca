package dev.mysqlsmith.reduce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mysqlsmith.finding.History;
import dev.mysqlsmith.grammar.ServerVersion;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each file of the folder {@code cases} is a script, what it must keep, and exactly what it reduces to. */
class ReducerCasesTest {

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

        assertThat(ReducerCase.write(reduce(reducerCase, 1).repro())).isEqualTo(reducerCase.expected());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theResultDependsNeitherOnHowManyRunAtOnceNorOnHowOftenItIsReduced(Path file) throws IOException {
        ReducerCase reducerCase = ReducerCase.read(file);

        History result = reduce(reducerCase, 4).repro();

        assertThat(ReducerCase.write(result)).isEqualTo(reducerCase.expected());
        assertThat(reduce(new ReducerCase(result, reducerCase.needed(), reducerCase.whole(), ""), 2)
                        .repro())
                .isEqualTo(result);
    }

    private static Reduction reduce(ReducerCase reducerCase, int parallel) {
        Reduction reduction = new Reducer(ServerVersion.parse("8.0.33"))
                .reduce(
                        reducerCase.script(),
                        reducerCase::test,
                        ReduceBudget.ofTime(Duration.ofMinutes(2), parallel),
                        ReduceListener.none());
        assertThat(reduction.status()).isEqualTo(Reduction.Status.MINIMAL);
        assertThat(List.of(reduction.tokens(), reduction.repro().size())).allMatch(count -> count > 0);
        return reduction;
    }
}
