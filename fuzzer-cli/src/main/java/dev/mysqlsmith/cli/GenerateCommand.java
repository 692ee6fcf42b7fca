package dev.mysqlsmith.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.mysqlsmith.campaign.CampaignLimits;
import dev.mysqlsmith.campaign.Profiles;
import dev.mysqlsmith.finding.ReproScript;
import dev.mysqlsmith.generate.AlternativeUses;
import dev.mysqlsmith.generate.FunctionCatalog;
import dev.mysqlsmith.generate.GeneratedStatement;
import dev.mysqlsmith.generate.GeneratorSettings;
import dev.mysqlsmith.generate.GeneratorTools;
import dev.mysqlsmith.generate.Profile;
import dev.mysqlsmith.generate.SeedScript;
import dev.mysqlsmith.generate.StatementGenerator;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.random.Choices;
import dev.mysqlsmith.source.SchemaSource;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prints statements. Nothing runs, so every statement is taken to have succeeded. */
@Parameters
final class GenerateCommand extends Command {
    private static final int BETWEEN_LOOKS = 1000;

    @Parameter(names = "--count", placeholder = "N", order = 1, description = "How many statements")
    private String count = "100";

    @Parameter(names = "--seed", placeholder = "N", order = 2, description = "From which all follows; decimal or 0x..")
    private String seed = "1";

    @Parameter(names = "--profile", placeholder = "P", order = 3, description = "Name or file of a profile")
    private String profile = "default";

    @Parameter(names = "--server-version", placeholder = "V", order = 4, description = "For which version of MySQL")
    private String version = "8.0.33";

    @Parameter(
            names = "--format",
            placeholder = "F",
            order = 5,
            description = "sql: a script; jsonl: {\"index\", \"sql\", \"kind\"} a line")
    private String format = "sql";

    @Parameter(
            names = "--uses",
            placeholder = "FILE",
            order = 6,
            description =
                    "Write there how often each alternative of the grammar was used: uses, rule, alternative a line")
    private @Nullable String uses;

    @Parameter(
            names = "--schema-from",
            placeholder = "FROM",
            order = 7,
            description =
                    "Begin with your tables: a file of SQL, or jdbc:mysql://HOST:PORT/DATABASE?user=USER, which is only read")
    private @Nullable String schemaFrom;

    @Override
    int run(Console console) throws IOException {
        long wanted = Values.count("--count", count);
        boolean json = Values.word("--format", format, List.of("sql", "jsonl")).equals("jsonl");
        Profile chosen = Values.read(profile, Profiles::of);
        ServerVersion target = Values.read(version, ServerVersion::parse);
        SeedScript tables = tables(target, chosen, console);
        GeneratorTools tools = new GeneratorTools(
                new GeneratorSettings(chosen, target, "mysqlsmith", FunctionCatalog.UNASKED, tables));
        Choices choices = Choices.seeded(Values.seed(seed)).split(0); // as a campaign's first worker
        int roundSize = tables.size()
                + chosen.roundSize().orElse(CampaignLimits.defaults().roundStatements());
        int round = 0;
        int inRound = 0;
        StatementGenerator generator = new StatementGenerator(tools, choices.split(round));
        AlternativeUses counted = uses == null ? null : new AlternativeUses(tools);
        Writer out = new BufferedWriter(new OutputStreamWriter(console.out(), StandardCharsets.UTF_8), 1 << 16);
        try (JsonGenerator lines = new JsonFactory().createGenerator(out)) {
            lines.setRootValueSeparator(null);
            for (long index = 0; index < wanted; index++) {
                if (inRound >= roundSize && !generator.isUnfinished()) {
                    generator = new StatementGenerator(tools, choices.split(++round));
                    inRound = 0;
                }
                inRound++;
                GeneratedStatement statement = generator.next();
                if (json) {
                    writeJson(lines, index, statement);
                } else {
                    out.write(ReproScript.forClient(statement.sql()));
                }
                if (counted != null) {
                    counted.count(statement.tree());
                }
                generator.applied(statement, true);
                if (index % BETWEEN_LOOKS == 0 && console.out().checkError()) {
                    throw new IOException("standard output was closed after " + index + " statements");
                }
            }
        }
        if (counted != null && uses != null) {
            writeUses(counted, Path.of(uses), console);
        }
        return ExitCode.RAN;
    }

    private SeedScript tables(ServerVersion target, Profile chosen, Console console) {
        String from = schemaFrom;
        if (from == null) {
            return SeedScript.NONE;
        }
        if (chosen.isUnbound()) {
            throw new UsageException("--schema-from: profile '" + profile + "' uses no tables; take another profile");
        }
        SeedScript tables = Values.read(
                from,
                source -> SeedScript.read(SchemaSource.withoutPassword(source), SchemaSource.read(source), target));
        tables.passedOver().forEach((what, count) -> console.tell("passed over: " + count + " x " + what));
        return tables;
    }

    private static void writeUses(AlternativeUses counted, Path file, Console console) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            counted.write(out);
        }
        console.tell("uses of the grammar's alternatives: " + file + "; never used: " + counted.unused());
    }

    private static void writeJson(JsonGenerator lines, long index, GeneratedStatement statement) throws IOException {
        lines.writeStartObject();
        lines.writeNumberField("index", index);
        lines.writeStringField("sql", statement.sql());
        lines.writeStringField("kind", statement.kind());
        lines.writeEndObject();
        lines.writeRaw('\n');
    }

    @Override
    String epilogue() {
        return """
                They come in rounds, as in a campaign: each begins with a database, tables and data. The same seed, profile and version give the same bytes.
                Example: mysqlsmith generate --count 1000 --seed 7 | mysql --force
                """;
    }
}
