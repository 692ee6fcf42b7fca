package dev.mysqlsmith.script;

import dev.mysqlsmith.execute.BinaryProtocol;
import dev.mysqlsmith.finding.History;
import dev.mysqlsmith.finding.Step;
import dev.mysqlsmith.schema.SqlName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Makes a history of what connections do, and counts what can't be in one. */
final class HistoryBuilder {
    /** A server has 151 connections by default, and our own need some. */
    private static final int MAX_SESSIONS = 100;

    /** What a connection holds that its end gives back, and the statement that gives it back. */
    private static final Map<Pattern, String> HELD = held();

    private final List<Step> steps = new ArrayList<>();
    private final Map<String, Integer> sessions = new HashMap<>();
    private final Map<String, Set<String>> held = new HashMap<>();
    private final TreeSet<Integer> ended = new TreeSet<>();
    private final Map<String, Integer> leftOut = new TreeMap<>();
    private int opened;
    private int given;

    private static Map<Pattern, String> held() {
        Map<Pattern, String> held = new LinkedHashMap<>();
        held.put(
                Pattern.compile(
                        "(?is)(BEGIN\\b|START\\s+TRANSACTION\\b|SET\\b.*\\bautocommit\\s*:?=\\s*(0|OFF|FALSE)\\b).*"),
                "ROLLBACK");
        held.put(Pattern.compile("(?is)(LOCK\\s+TABLES?|FLUSH\\b.*\\bTABLES?)\\b.*"), "UNLOCK TABLES");
        held.put(Pattern.compile("(?is).*\\bGET_LOCK\\s*\\(.*"), "DO RELEASE_ALL_LOCKS()");
        return held;
    }

    /** The database {@code test} for a connection that takes it for granted, before any other statement. */
    void giveDatabase(String connection) {
        add(connection, "CREATE DATABASE IF NOT EXISTS test");
        add(connection, "USE test");
        given = steps.size();
    }

    /** The connection changes its database. */
    void use(String connection, String database) {
        add(connection, "USE " + SqlName.of(database));
    }

    /** A statement of a connection, which is opened where it is not. */
    void add(String connection, String sql) {
        steps.add(new Step(sessions.computeIfAbsent(connection, name -> open()), sql));
        String text = BinaryProtocol.unmarked(sql);
        HELD.forEach((pattern, release) -> {
            if (pattern.matcher(text).matches()) {
                held.computeIfAbsent(connection, name -> new HashSet<>()).add(release);
            }
        });
    }

    /** The connection ends: its transaction and its locks do too. */
    void end(String connection) {
        Set<String> releases = held.getOrDefault(connection, Set.of());
        HELD.values().stream().filter(releases::contains).forEach(release -> add(connection, release));
        held.remove(connection);
        Integer session = sessions.remove(connection);
        if (session != null) {
            ended.add(session);
        }
    }

    /** All connections end. */
    void endAll() {
        List.copyOf(new TreeSet<>(sessions.keySet())).forEach(this::end);
    }

    /** Something that can't be in a history. */
    void leaveOut(String what) {
        leftOut.merge(what, 1, Integer::sum);
    }

    ScriptInput build(ScriptFormat format) {
        return new ScriptInput(format, new History(steps), given, leftOut);
    }

    private int open() {
        Integer free = opened < MAX_SESSIONS ? null : ended.pollFirst();
        if (free != null) {
            leaveOut("connection that goes on in the session of one that ended");
            return free;
        }
        return opened++;
    }
}
