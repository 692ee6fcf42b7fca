package dev.mysqlsmith.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mysqlsmith.oracle.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeadsFileTest {
    @TempDir
    Path folder;

    @Test
    void theFirstOnesAreKeptALineEach() throws IOException {
        Path file = folder.resolve("leads.jsonl");
        LeadsFile leads = new LeadsFile(file);
        leads.append("cert", new Verdict.Lead("more", "a\n\"b\""));
        for (int i = 0; i < 300; i++) {
            leads.append("cert", new Verdict.Lead("more", "x"));
        }
        LeadsFile resumed = new LeadsFile(file);
        for (int i = 0; i < 300; i++) {
            resumed.append("cert", new Verdict.Lead("more", "x"));
        }

        assertThat(Files.readAllLines(file))
                .hasSize(500)
                .first()
                .isEqualTo("{\"oracle\":\"cert\",\"lead\":\"more\",\"evidence\":\"a\\n\\\"b\\\"\"}");
    }

    @Test
    void withoutLeadsThereIsNoFile() {
        assertThat(new LeadsFile(folder.resolve("leads.jsonl"))).isNotNull();
        assertThat(folder.resolve("leads.jsonl")).doesNotExist();
    }
}
