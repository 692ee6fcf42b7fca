package dev.mysqlsmith.oracle;

import dev.mysqlsmith.execute.Outcome;
import dev.mysqlsmith.execute.Session;
import dev.mysqlsmith.execute.SessionException;
import dev.mysqlsmith.server.Server;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks in a session of its own, where the judged one has set nothing: it sees what is committed. */
interface Witness extends Asker, AutoCloseable {

    /** Takes what the tables may have, and leaves no value of a group to chance. */
    String MODE = "ONLY_FULL_GROUP_BY,NO_AUTO_VALUE_ON_ZERO,ALLOW_INVALID_DATES";

    /** Who opens one with a default database. */
    @FunctionalInterface
    interface Opener {
        /** @throws SessionException where the server gives no session, or lacks the database */
        Witness open(Server server, String database);

        /**
         * One that has the default database of the judged session.
         *
         * @throws SessionException as {@link #open}
         */
        default Witness beside(StatementContext judged) {
            return open(judged.server(), Witness.database(judged.asker()));
        }
    }

    /** One that waits for no lock longer than a second. */
    static Witness open(Server server, String database) {
        Session session = Session.open(server, database, Duration.ofSeconds(10));
        session.execute("SET SESSION lock_wait_timeout = 1, innodb_lock_wait_timeout = 1, sql_mode = '" + MODE + "'");
        session.execute(
                "SET SESSION optimizer_switch = 'use_invisible_indexes=on'"); // what an older version does not know
        return new Witness() {
            @Override
            public Outcome ask(String sql) {
                return session.execute(sql);
            }

            @Override
            public void close() {
                session.close();
            }
        };
    }

    /** Rows of one query; none where it fails. */
    static List<List<@Nullable String>> rows(Asker asker, String sql) {
        return asker.ask(sql) instanceof Outcome.Rows rows
                ? rows.tables().get(0).rows()
                : List.of();
    }

    /** The default database of a session; empty where it has none. */
    static String database(Asker asker) {
        return rows(asker, "SELECT COALESCE(DATABASE(), '')").stream()
                .map(row -> String.valueOf(row.get(0)))
                .findFirst()
                .orElse("");
    }

    /** Ends the session. */
    @Override
    void close();
}
