package dev.mysqlsmith.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightsFileTest {
    @TempDir
    Path temp;

    @Test
    void givesTheChangeThatHoldsForARound() throws IOException {
        Path path = temp.resolve("weights.jsonl");
        WeightsFile file = new WeightsFile(path);
        assertThat(file.before(0, 9)).isEmpty();
        WeightsFile.Change second = change(0, 2, 0.5);
        file.append(second);
        file.append(change(1, 3, 3));
        WeightsFile.Change fifth = change(0, 5, 1.25);
        file.append(fifth);
        Files.writeString(path, "{\"worker\":0,\"round\":6,\"ar", StandardOpenOption.APPEND);
        assertThat(file.before(0, 1)).isEmpty();
        assertThat(file.before(0, 4)).contains(second);
        assertThat(file.before(0, 9)).contains(fifth);
    }

    @Test
    void passesOverWhatAnEarlierVersionHasWritten() throws IOException {
        Path path = temp.resolve("weights.jsonl");
        Files.writeString(path, "{\"worker\":0,\"round\":3,\"arms\":[[7,12,5,40,2,1500,1.25]]}\n");
        assertThat(new WeightsFile(path).before(0, 9)).isEmpty();
    }

    private static WeightsFile.Change change(int worker, long round, double factor) {
        return new WeightsFile.Change(worker, round, List.of(new Arms.Arm(7, false, 1, 2, 3, 4, factor)));
    }
}
