package dev.mysqlsmith.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mysqlsmith.finding.KnownBug;
import dev.mysqlsmith.generate.FunctionCatalog;
import dev.mysqlsmith.report.CampaignRecord;
import dev.mysqlsmith.report.FolderException;
import dev.mysqlsmith.server.ServerSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsRecordTest {
    private static final Path OUT = Path.of("out");

    @Test
    void optionsComeBackAsTheyWere() {
        CampaignOptions options = CampaignOptions.against(ServerSpec.parse("mysql:8.0.12?sort_buffer_size=32K"), OUT)
                .withSeed(-1)
                .withWorkers(3)
                .withDuration(Duration.ofMinutes(61))
                .withStatements(1_000_000L)
                .withProfile("queries")
                .withKnown(new KnownBugs(List.of(
                        KnownBug.ofSignature("crash-1"),
                        new KnownBug(
                                null,
                                "1105",
                                "rollup",
                                "queries: common table expression",
                                "https://bugs/1",
                                "not merged",
                                "8.0.34"))))
                .withStatementLog(true)
                .withSchemaFrom("shop.sql")
                .withReferences(List.of(ServerSpec.parse("mysql:8.0.33"), ServerSpec.parse("dir:/src/build?debug")))
                .withLimits(CampaignLimits.defaults().withStatementTimeout(Duration.ofSeconds(3)));
        CampaignRecord record = OptionsRecord.of(options, "8.0.12", FunctionCatalog.UNASKED);
        assertThat(record.seedHex()).isEqualTo("0xffffffffffffffff");
        assertThat(OptionsRecord.options(record, OUT, null)).isEqualTo(options);
    }

    @Test
    void aPasswordOfAReferenceIsNotKept() {
        CampaignOptions options = CampaignOptions.against(ServerSpec.parse("mysql:8.0.12"), OUT)
                .withReferences(List.of(ServerSpec.parse("jdbc:mysql://db:3306/?user=u&password=secret")));
        CampaignRecord record = OptionsRecord.of(options, "8.0.12", FunctionCatalog.UNASKED);
        assertThat(record.toString()).doesNotContain("secret");
        assertThatThrownBy(() -> OptionsRecord.options(record, OUT, null))
                .isInstanceOf(FolderException.class)
                .hasMessageContaining("passwords");
    }

    @Test
    void whatTheServerSaidOfItsFunctionsIsKept() {
        FunctionCatalog said = new FunctionCatalog(List.of("UUID"), List.of("OUR_OWN number (string, number)"));
        CampaignRecord record =
                OptionsRecord.of(CampaignOptions.against(ServerSpec.parse("mysql:8.0.12"), OUT), "8.0.12", said);
        assertThat(OptionsRecord.functions(record)).isEqualTo(said);
    }

    @Test
    void aPasswordOfTheDatabaseThatTablesAreFromIsNotKept() {
        CampaignOptions options = CampaignOptions.against(ServerSpec.parse("mysql:8.0.12"), OUT)
                .withSchemaFrom("jdbc:mysql://db:3306/shop?user=u&password=secret");
        CampaignRecord record = OptionsRecord.of(options, "8.0.12", FunctionCatalog.UNASKED);
        assertThat(record.schemaFrom()).startsWith("jdbc:mysql://db:3306/shop").doesNotContain("secret");
    }

    @Test
    void aPasswordIsNotKeptAndMustBeGivenAgain() {
        ServerSpec spec = ServerSpec.parse("jdbc:mysql://db:3306/?user=u&password=secret");
        CampaignRecord record = OptionsRecord.of(CampaignOptions.against(spec, OUT), "8.4.0", FunctionCatalog.UNASKED);
        assertThat(record.toString()).doesNotContain("secret");
        assertThatThrownBy(() -> OptionsRecord.options(record, OUT, null))
                .isInstanceOf(FolderException.class)
                .hasMessageContaining("--server");
        assertThat(OptionsRecord.options(record, OUT, spec).server()).isEqualTo(spec);
    }

    @Test
    void statementsAreSharedOutToTheLastOne() {
        CampaignOptions options = CampaignOptions.against(ServerSpec.parse("mysql:8.0.12"), OUT)
                .withWorkers(3)
                .withStatements(10L);
        assertThat(List.of(options.statementsOf(0), options.statementsOf(1), options.statementsOf(2)))
                .containsExactly(4L, 3L, 3L);
        assertThat(options.withStatements(null).statementsOf(0)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void numbersThatMakeNoSenseAreNamed() {
        CampaignOptions options = CampaignOptions.against(ServerSpec.parse("mysql:8.0.12"), OUT);
        assertThatThrownBy(() -> options.withWorkers(0)).hasMessageContaining("workers '0'");
        assertThatThrownBy(() -> options.withStatements(0L)).hasMessageContaining("statements '0'");
    }
}
