package dev.mysqlsmith.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import dev.mysqlsmith.campaign.ReproSource;
import dev.mysqlsmith.oracle.ReplayOracles;
import dev.mysqlsmith.script.ScriptFormat;
import dev.mysqlsmith.server.ServerSpec;
import dev.mysqlsmith.server.Servers;
import dev.mysqlsmith.verify.CheckRequest;
import dev.mysqlsmith.verify.CheckResult;
import dev.mysqlsmith.verify.CheckVerdict;
import dev.mysqlsmith.verify.Checker;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says of each server whether a repro triggers its bug there. */
@Parameters
final class CheckCommand extends Command {

    @Parameter(description = "FINDING")
    private List<String> operands = new ArrayList<>();

    @Parameter(
            names = "--repro",
            placeholder = "FILE",
            order = 1,
            description = "A file with statements, or a finding's folder, which says what to expect")
    private @Nullable String repro;

    @Parameter(names = "--input", placeholder = "FORMAT", order = 2, description = ReproInput.FORMATS)
    private String format = ScriptFormat.AUTO;

    @Parameter(names = "--server", placeholder = "S", order = 2, description = "Where to try it; may be given again")
    private List<String> servers = new ArrayList<>();

    @Parameter(
            names = "--against",
            placeholder = "S",
            order = 3,
            description =
                    "A server that is held to be right: an answer that differs from its is a wrong result; may be given"
                            + " again")
    private List<String> against = new ArrayList<>();

    @Parameter(
            names = "--signature",
            placeholder = "S",
            order = 3,
            description = "What to expect: an id, or a part of the text; without it any failure counts")
    private @Nullable String signature;

    @Parameter(
            names = "--oracle",
            placeholder = "O",
            order = 3,
            description = "What judges beside the server's own evidence, a list: " + Values.ORACLES)
    private @Nullable String oracle;

    @Parameter(names = "--known", placeholder = "FILE", order = 3, description = ReproInput.KNOWN)
    private @Nullable String known;

    @Parameter(
            names = "--runs",
            placeholder = "N",
            order = 4,
            description = "How often on each server, each time fresh")
    private String runs = "1";

    @Parameter(
            names = "--statement-timeout",
            placeholder = "T",
            order = 5,
            description =
                    "After which a statement is killed, and hangs if that does not end it (default: 30s; of a finding"
                            + " 2s, as in campaigns)")
    private @Nullable String statementTimeout;

    @Parameter(names = "--json", order = 6, description = "Answer in JSON")
    private boolean json;

    @Override
    int run(Console console) {
        ReproSource input = ReproInput.of("check", repro, operands, format, console);
        List<ServerSpec> specs = Values.servers(servers.isEmpty() ? List.of(input.serverOr("mysql:8.0.33")) : servers);
        List<ServerSpec> references = against.isEmpty() ? input.references() : Values.servers(against);
        CheckRequest request = new CheckRequest(
                input.history(),
                specs,
                references,
                Values.smallCount("--runs", runs),
                signature != null ? signature : input.expected(),
                ReproInput.statementTimeout(statementTimeout, input),
                oracle == null ? input.oracles() : ReplayOracles.of(Values.oracles(oracle, !references.isEmpty())),
                Values.known(known)::has);
        List<CheckResult> results = new Checker(Servers::start).check(request);
        if (json) {
            console.out().println(CheckJson.write(results));
        } else {
            results.forEach(result -> console.out().println(line(result)));
        }
        return exitCode(results);
    }

    /** Found as soon as one server shows it; a server that says nothing makes "not triggered" unsure. */
    static int exitCode(List<CheckResult> results) {
        if (results.stream().anyMatch(result -> result.verdict() == CheckVerdict.TRIGGERED)) {
            return ExitCode.FOUND;
        }
        boolean unsure = results.stream().anyMatch(result -> result.verdict() == CheckVerdict.COULD_NOT_RUN);
        return unsure ? ExitCode.FAULT : ExitCode.RAN;
    }

    private static String line(CheckResult result) {
        return String.format(
                Locale.ROOT,
                "%s: %s in %d of %d runs%s%s",
                result.server(),
                result.verdict(),
                result.hits(),
                result.runs(),
                result.signature() == null ? "" : ": " + result.signature(),
                result.detail().isEmpty() ? "" : " (" + result.detail() + ")");
    }

    @Override
    String operands() {
        return "[FILE or finding's folder]";
    }

    @Override
    String epilogue() {
        return """
                Verdicts: TRIGGERED, OTHER (another failure), NOT_TRIGGERED, COULD_NOT_RUN.
                Exit codes: 3 triggered on some server; 0 on none; 125 where a server could not say (git bisect skips it).
                Example: mysqlsmith check out/findings/crash-... --server mysql:8.0.12 --server dir:/src/build --runs 3
                With --against the answers are compared, statement by statement, up to the first that
                differs and is meant by --signature, and not in --known:
                mysqlsmith check --repro wrong.sql --server dir:/src/build --against mysql:8.0.33
                With --oracle each query is asked in other ways as well, which needs no second server:
                mysqlsmith check --repro wrong.sql --server dir:/src/build --oracle all
                """;
    }
}
