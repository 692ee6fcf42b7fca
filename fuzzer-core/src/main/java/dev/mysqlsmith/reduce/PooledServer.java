package dev.mysqlsmith.reduce;

import dev.mysqlsmith.execute.Outcome;
import dev.mysqlsmith.execute.Session;
import dev.mysqlsmith.execute.SessionException;
import dev.mysqlsmith.finding.History;
import dev.mysqlsmith.grammar.SqlTokens;
import dev.mysqlsmith.server.Server;
import dev.mysqlsmith.verify.Bench;
import dev.mysqlsmith.verify.Replay;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** A server of a pool, with its references: fresh, or used by candidates whose databases were dropped again. */
final class PooledServer {
    private static final Duration CLEANING = Duration.ofSeconds(20);

    private static final Pattern LASTING = Pattern.compile(
            "(?is).*\\b(?:SET\\b.*\\b(?:GLOBAL|PERSIST|PERSIST_ONLY|ROLE|PASSWORD)"
                    + "|(?:CREATE|ALTER|DROP|RENAME)\\s+(?:OR\\s+REPLACE\\s+)?(?:USER|ROLE|SERVER|RESOURCE|INSTANCE|LOGFILE"
                    + "|(?:UNDO\\s+)?TABLESPACE|SPATIAL\\s+REFERENCE)"
                    + "|GRANT|REVOKE|INSTALL|UNINSTALL|SONAME|XA|SHUTDOWN|RESTART|KILL|CLONE|PURGE|BINLOG|IMPORT"
                    + "|(?:START|STOP)\\s+(?:SLAVE|REPLICA|GROUP)|CHANGE\\s+(?:MASTER|REPLICATION)|RESET"
                    + "|mysql\\s*\\.|sys\\s*\\.|performance_schema\\s*\\.|USE\\s+(?:mysql|sys|performance_schema))(?:\\b|(?<=\\.)).*");

    private static final String USER_DATABASES = "SELECT schema_name FROM information_schema.schemata WHERE schema_name"
            + " NOT IN ('mysql', 'information_schema', 'performance_schema', 'sys')";

    private final Bench bench;
    private boolean fresh = true;

    PooledServer(Bench bench) {
        this.bench = bench;
    }

    Bench bench() {
        return bench;
    }

    boolean isFresh() {
        return fresh;
    }

    void used() {
        fresh = false;
    }

    void reset() {
        bench.reset();
        fresh = true;
    }

    /** Drops what a harmless history left behind; false where only a reset helps. */
    boolean canForget(History history, Replay replay) {
        List<Outcome> outcomes = replay.outcomes();
        for (int i = 0; i < outcomes.size(); i++) {
            boolean lasting = outcomes.get(i).succeeded()
                    && isLasting(history.steps().get(i).sql());
            if (lasting || outcomes.get(i) instanceof Outcome.TimedOut) {
                return false;
            }
        }
        return isEmptied(bench.server()) && bench.references().stream().allMatch(PooledServer::isEmptied);
    }

    private static boolean isEmptied(Server server) {
        try (Session session = Session.open(server, CLEANING)) {
            return dropDatabases(session);
        } catch (SessionException e) {
            return false; // whatever keeps us out, a reset ends it
        }
    }

    /** Whether a statement leaves more behind than databases and sessions. */
    static boolean isLasting(String sql) {
        return LASTING.matcher(sql).matches();
    }

    private static boolean dropDatabases(Session session) {
        if (!(session.execute(USER_DATABASES) instanceof Outcome.Rows rows)) {
            return false;
        }
        session.execute("SET foreign_key_checks = 0");
        for (List<?> row : rows.tables().get(0).rows()) {
            String name = SqlTokens.quoted(String.valueOf(row.get(0)));
            if (!session.execute("DROP DATABASE " + name).succeeded()) {
                return false;
            }
        }
        return true;
    }
}
