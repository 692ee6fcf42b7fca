package dev.mysqlsmith.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The Java of the documents is that of the examples, which are compiled, and run here or by {@link ExamplesIT}. */
class ReadmeTest {
    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern REGION = Pattern.compile("// readme: \\w+\n(.*?)// end\n", Pattern.DOTALL);
    private static final List<String> EXAMPLES = List.of("ServerFuzzExample.java", "LibraryExample.java");

    @Test
    void theExamplesAreThoseThatRun() throws IOException {
        assertThat(blocks(BLOCK, Files.readString(Path.of("../README.md")))).isEqualTo(regions(EXAMPLES));
        assertThat(blocks(BLOCK, Files.readString(Path.of("../docs/reducing.md"))))
                .isEqualTo(regions(List.of("ReducerExample.java")));
    }

    @Test
    void theReducerExampleReduces() {
        assertThat(ReducerExample.smallest(
                        "CREATE TABLE t (a INT);\nSELECT a, NTILE(3) OVER () FROM t;\n",
                        script -> script.contains("NTILE")))
                .isEqualTo("SELECT NTILE (0) OVER ();\n");
    }

    private static List<String> regions(List<String> examples) {
        Path sources = Path.of("src/test/java/dev/mysqlsmith/examples");
        return examples.stream().map(name -> region(sources.resolve(name))).toList();
    }

    private static String region(Path file) {
        try {
            List<String> regions = blocks(REGION, Files.readString(file));
            assertThat(regions).as("regions of " + file).hasSize(1);
            return regions.get(0);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> blocks(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
