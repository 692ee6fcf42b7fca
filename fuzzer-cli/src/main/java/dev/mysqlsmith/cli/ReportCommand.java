package dev.mysqlsmith.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import dev.mysqlsmith.report.FeatureTable;
import dev.mysqlsmith.report.FolderException;
import dev.mysqlsmith.report.HtmlReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a campaign's HTML report again. */
@Parameters
final class ReportCommand extends Command {

    @Parameter(description = "OUT")
    private List<String> operands = new ArrayList<>();

    @Parameter(names = "--out", placeholder = "DIR", order = 1, description = "The campaign's folder")
    private @Nullable String out;

    @Parameter(
            names = "--features",
            placeholder = "FILE",
            order = 2,
            description = "Write the table of features to it, as Markdown")
    private @Nullable String features;

    @Override
    int run(Console console) {
        List<String> folders = new ArrayList<>(operands);
        if (out != null) {
            folders.add(out);
        }
        if (folders.size() != 1) {
            throw new UsageException("report: expected one campaign's folder, got " + folders.size()
                    + "; give the one that --out named");
        }
        try {
            Path folder = Path.of(folders.get(0));
            console.out().println(HtmlReport.write(folder));
            if (features != null) {
                FeatureTable.write(folder, Path.of(features));
                console.out().println(features);
            }
            return ExitCode.RAN;
        } catch (FolderException e) {
            throw new UsageException("report: " + e.getMessage());
        }
    }

    @Override
    String operands() {
        return "[OUT]";
    }
}
