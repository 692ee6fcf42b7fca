package dev.mysqlsmith.verify;

import dev.mysqlsmith.execute.Outcome;
import dev.mysqlsmith.execute.Session;
import dev.mysqlsmith.execute.SessionException;
import dev.mysqlsmith.finding.Step;
import dev.mysqlsmith.server.Server;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sessions of a replay, by their numbers; one that is lost is opened again with its database, as the mysql client does. */
final class ReplaySessions implements AutoCloseable {
    private static final Pattern USE = Pattern.compile("(?is)\\s*USE\\s+`?([^`;\\s]+)`?\\s*;?\\s*");

    private final Server server;
    private final Duration timeout;
    private final Map<Integer, Session> open = new HashMap<>();
    private final Map<Integer, String> databases = new HashMap<>();

    ReplaySessions(Server server, Duration timeout) {
        this.server = server;
        this.timeout = timeout;
    }

    Outcome execute(Step step) {
        Session session;
        try {
            session = session(step.session());
        } catch (SessionException e) {
            return new Outcome.ConnectionLost(String.valueOf(e.getMessage()), Duration.ZERO);
        }
        Outcome outcome = session.execute(step.sql());
        Matcher use = USE.matcher(step.sql());
        if (use.matches() && outcome.succeeded()) {
            databases.put(step.session(), use.group(1));
        }
        return outcome;
    }

    private Session session(int number) {
        Session session = open.get(number);
        if (session != null && session.isUsable()) {
            return session;
        }
        if (session != null) {
            session.close();
        }
        Session fresh = Session.open(server, timeout);
        String database = databases.get(number);
        if (database != null) {
            fresh.use(database);
        }
        open.put(number, fresh);
        return fresh;
    }

    @Override
    public void close() {
        open.values().forEach(Session::close);
    }
}
