package dev.mysqlsmith.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CampaignFolderTest {
    @TempDir
    Path temp;

    record Mark(long round) {}

    @Test
    void aFolderWithSomethingInItIsLeftAsItIs() throws IOException {
        Path out = Files.createDirectory(temp.resolve("out"));
        Path file = Files.writeString(out.resolve("precious"), "x");
        assertThatThrownBy(() -> CampaignFolder.create(out))
                .isInstanceOf(FolderException.class)
                .hasMessageContaining(out.toString())
                .hasMessageContaining("--resume");
        assertThat(out).isDirectoryContaining(file::equals).isDirectoryNotContaining("glob:**/findings");
    }

    @Test
    void anEmptyFolderMayBeUsedAndAnUnusedOneGoesAway() {
        CampaignFolder folder = CampaignFolder.create(temp.resolve("a/b"));
        assertThat(folder.findings()).isDirectory();
        folder.removeIfUnused();
        assertThat(temp.resolve("a/b")).doesNotExist();
    }

    @Test
    void aPathThatCannotBeAFolderIsNamed() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "x");
        assertThatThrownBy(() -> CampaignFolder.create(file.resolve("out")))
                .isInstanceOf(FolderException.class)
                .hasMessageContaining("cannot be written");
        assertThatThrownBy(() -> CampaignFolder.open(temp)).isInstanceOf(FolderException.class);
    }

    @Test
    void statisticsComeBackWithoutALineThatAKillCutShort() throws IOException {
        CampaignFolder folder = CampaignFolder.create(temp.resolve("out"));
        StatisticsSnapshot one = new StatisticsSnapshot(
                5,
                10,
                9,
                1,
                2,
                3,
                Map.of("SELECT", new StatisticsSnapshot.Count(10, 9, 1, 2, 3)),
                Map.of("1064", 1L),
                Map.of("join", new StatisticsSnapshot.Count(4, 3, 0, 1, 0)),
                Map.of("crash", 10L),
                Map.of("timeout", 1L),
                3,
                Map.of("crash", 1L),
                2,
                new StatisticsSnapshot.Feedback(4, 0.25));
        folder.append(one);
        Files.writeString(folder.statisticsFile(), "{\"seconds\":10.0,\"state", StandardOpenOption.APPEND);
        assertThat(folder.statistics()).isEqualTo(List.of(one));
    }

    @Test
    void theCheckpointIsReplacedWhole() {
        CampaignFolder folder = CampaignFolder.create(temp.resolve("out"));
        assertThat(folder.checkpoint(Mark.class)).isEmpty();
        folder.writeCheckpoint(new Mark(1));
        folder.writeCheckpoint(new Mark(2));
        assertThat(folder.checkpoint(Mark.class)).contains(new Mark(2));
        assertThat(folder.root()).isDirectoryNotContaining("glob:**/*.new");
    }

    @Test
    void aBrokenFileIsNamed() throws IOException {
        CampaignFolder folder = CampaignFolder.create(temp.resolve("out"));
        Files.writeString(folder.campaignFile(), "{ nonsense");
        assertThatThrownBy(folder::campaign).isInstanceOf(FolderException.class).hasMessageContaining("campaign.json");
    }
}
