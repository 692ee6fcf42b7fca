package dev.mysqlsmith.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mysqlsmith.execute.Outcome;
import dev.mysqlsmith.server.Evidence;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class IncidentExaminerTest {
    private static final String STACKS = """
            Thread 2 (Thread 0x7f01 (LWP 12) "connection"):
            #0  0x00007f0a in __futex_abstimed_wait_common64 () from /lib/x86_64-linux-gnu/libc.so.6
            #1  0x0000000000e1 in Deadlock::visit (this=0x7f) at ../sql/mdl.cc:12
            #2  0x0000000000e2 in JOIN::optimize (this=0x7f, finalize=true) at ../sql/sql_optimizer.cc:300
            #3  0x0000000000e3 in Query_block::optimize (this=0x7f) at ../sql/sql_select.cc:1
            #4  0x0000000000e4 in Sql_cmd_dml::execute (this=0x7f) at ../sql/sql_select.cc:2
            #5  0x0000000000e5 in mysql_execute_command (thd=0x7f) at ../sql/sql_parse.cc:3
            #6  0x0000000000e6 in dispatch_command (thd=0x7f) at ../sql/sql_parse.cc:4

            Thread 1 (Thread 0x7f00 (LWP 11) "mysqld"):
            #0  0x00007f0b in poll () from /lib/x86_64-linux-gnu/libc.so.6
            #1  0x0000000000f1 in mysqld_main (argc=1, argv=0x1) at ../sql/mysqld.cc:1
            """;

    private final IncidentExaminer examiner = new IncidentExaminer(Duration.ofSeconds(1));

    @Test
    void aStatementThatOutlivesItsKillIsAHang() {
        Incident incident = examiner.examine(alive(STACKS), "SELECT 1", timedOut(false));

        assertThat(incident).isInstanceOf(Incident.Failure.class);
        assertThat(((Incident.Failure) incident).signature())
                .isEqualTo(
                        new Signature(
                                Kind.HANG,
                                "SELECT hangs in Deadlock::visit < JOIN::optimize < Query_block::optimize < Sql_cmd_dml::execute"));
        assertThat(((Incident.Failure) incident).evidence()).contains("Thread 2");
    }

    @Test
    void aHangIsOneWithoutADebuggerToo() {
        assertThat(examiner.examine(alive(null), "alter /* */ TABLE t1 FORCE", timedOut(false)))
                .isEqualTo(new Incident.Failure(
                        new Signature(Kind.HANG, "ALTER TABLE hangs"), "no debugger was at hand\n"));
        assertThat(examiner.examine(alive(null), "create table t1 (a int)", timedOut(false)))
                .isEqualTo(new Incident.Failure(
                        new Signature(Kind.HANG, "CREATE TABLE hangs"), "no debugger was at hand\n"));
    }

    @Test
    void aStatementThatKillEndsIsNothing() {
        assertThat(examiner.examine(alive(STACKS), "SELECT 1", timedOut(true))).isEqualTo(new Incident.Nothing());
    }

    @Test
    void anAnswerThatBreaksTheProtocolIsAnErrorOfTheServer() {
        Outcome malformed = new Outcome.Malformed("a packet is shorter than it says", Duration.ZERO);
        assertThat(examiner.examine(alive(STACKS), "CALL r1(1)", malformed))
                .isEqualTo(new Incident.Failure(
                        new Signature(Kind.ERROR, "malformed answer to CALL"), "a packet is shorter than it says\n"));
    }

    private static FakeServer alive(@org.jspecify.annotations.Nullable String stacks) {
        return new FakeServer(new Evidence(true, null, null, false, false, ""), stacks);
    }

    private static Outcome timedOut(boolean killed) {
        return new Outcome.TimedOut(killed, Duration.ofSeconds(30));
    }
}
