package dev.mysqlsmith.reduce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mysqlsmith.finding.History;
import dev.mysqlsmith.grammar.ServerVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandInterestingnessTest {
    private static final History SCRIPT = History.of(List.of("CREATE TABLE t1 (a INT)", "SELECT 1 + 2 FROM t1"));

    @TempDir
    Path folder;

    @Test
    void theExitStatusDecides() {
        assertThat(answer("grep -q 't1 (a INT);'")).isEqualTo(Answer.SAME);
        assertThat(answer("grep -q t2")).isEqualTo(Answer.GONE);
        assertThat(answer("exit 139")).isEqualTo(Answer.GONE);
    }

    @Test
    void thePathStandsWhereTheCommandWantsIt() {
        assertThat(answer("cat \"$1\" | grep -q t1")).isEqualTo(Answer.SAME);
        assertThat(answer("cat $MYSQLSMITH_SCRIPT | grep -q t1")).isEqualTo(Answer.SAME);
        assertThat(answer("test \"$(wc -l < ${MYSQLSMITH_SCRIPT})\" -eq 2")).isEqualTo(Answer.SAME);
    }

    @Test
    void aCommandThatCannotSayStopsTheReduction() {
        assertFault("echo no server >&2; exit 125; :", "status 125", "no server");
        assertFault("./no-such-command", "status 127", "not found");
        assertThatThrownBy(() -> new Reducer(ServerVersion.parse("8.0.33"))
                        .reduce(
                                SCRIPT,
                                command("if grep -q t1 $1; then exit 0; else exit 125; fi"),
                                ReduceBudget.ofTime(Duration.ofMinutes(1), 1),
                                ReduceListener.none()))
                .isInstanceOfSatisfying(
                        ReduceFaultException.class,
                        fault ->
                                assertThat(fault.best().statements().toString()).contains("t1"));
    }

    @Test
    void aCommandThatHangsIsEndedWithItsChildren() throws IOException {
        Path pid = folder.resolve("pid");
        CommandInterestingness slow =
                new CommandInterestingness("sh -c 'echo $$ > " + pid + "; sleep 60; true' $1", Duration.ofSeconds(1));

        assertThat(slow.test(SCRIPT)).isEqualTo(Answer.GONE);

        assertThat(slow.timeouts()).isEqualTo(1);
        long child = Long.parseLong(Files.readString(pid).strip());
        assertThat(ProcessHandle.of(child).map(ProcessHandle::isAlive).orElse(false))
                .isFalse();
    }

    @Test
    void aScriptIsReducedByIt() {
        Reduction reduction = new Reducer(ServerVersion.parse("8.0.33"))
                .reduce(
                        SCRIPT,
                        command("grep -q '[0-9] +'"),
                        ReduceBudget.ofTime(Duration.ofMinutes(1), 2),
                        ReduceListener.none());

        assertThat(reduction.repro().statements()).containsExactly("SELECT 0 + 0");
    }

    private static Answer answer(String command) {
        return command(command).test(SCRIPT);
    }

    private static CommandInterestingness command(String command) {
        return new CommandInterestingness(command, Duration.ofMinutes(1));
    }

    private static void assertFault(String command, String... texts) {
        assertThatThrownBy(() -> answer(command))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(command)
                .hasMessageContainingAll(texts);
    }
}
