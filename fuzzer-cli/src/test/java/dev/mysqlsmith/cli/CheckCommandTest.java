package dev.mysqlsmith.cli;

import static dev.mysqlsmith.verify.CheckVerdict.COULD_NOT_RUN;
import static dev.mysqlsmith.verify.CheckVerdict.NOT_TRIGGERED;
import static dev.mysqlsmith.verify.CheckVerdict.OTHER;
import static dev.mysqlsmith.verify.CheckVerdict.TRIGGERED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mysqlsmith.finding.Kind;
import dev.mysqlsmith.finding.Signature;
import dev.mysqlsmith.verify.CheckResult;
import dev.mysqlsmith.verify.CheckVerdict;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckCommandTest {

    @Test
    void theExitCodeIsWhatGitBisectRunWants() {
        assertThat(exit(NOT_TRIGGERED)).isEqualTo(ExitCode.RAN);
        assertThat(exit(OTHER)).isEqualTo(ExitCode.RAN);
        assertThat(exit(NOT_TRIGGERED, TRIGGERED, COULD_NOT_RUN)).isEqualTo(ExitCode.FOUND);
        assertThat(exit(NOT_TRIGGERED, COULD_NOT_RUN)).isEqualTo(ExitCode.FAULT);
    }

    @Test
    void jsonHasTheFieldsThatScriptsRead() {
        Signature signature = new Signature(Kind.CRASH, "signal 11 in \"f\"");
        assertThat(CheckJson.write(List.of(
                        new CheckResult("mysql:8.0.12", "8.0.12", TRIGGERED, 3, 2, signature, "d"),
                        result(NOT_TRIGGERED))))
                .isEqualTo("{\"results\":[{\"server\":\"mysql:8.0.12\",\"versionString\":\"8.0.12\","
                        + "\"verdict\":\"TRIGGERED\",\"runs\":3,\"hits\":2,\"kind\":\"crash\","
                        + "\"signature\":\"signal 11 in \\\"f\\\"\",\"signatureId\":\"" + signature.id()
                        + "\",\"detail\":\"d\"},{\"server\":\"s\",\"versionString\":\"v\","
                        + "\"verdict\":\"NOT_TRIGGERED\",\"runs\":1,\"hits\":0,\"kind\":null,"
                        + "\"signature\":null,\"signatureId\":null,\"detail\":\"\"}]}");
    }

    private static int exit(CheckVerdict... verdicts) {
        return CheckCommand.exitCode(
                Arrays.stream(verdicts).map(CheckCommandTest::result).toList());
    }

    private static CheckResult result(CheckVerdict verdict) {
        return new CheckResult("s", "v", verdict, 1, 0, null, "");
    }
}
