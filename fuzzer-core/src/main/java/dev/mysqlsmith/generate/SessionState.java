package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the round's session is in the middle of, as far as the answers of the server tell. */
final class SessionState {
    /** A name that LOCK TABLES has locked: a table's own, or an alias of it. */
    private record Lock(String table, boolean write) {}

    private record Hurting(int statements, SyntaxTree.Node back) {}

    private Phase phase = Phase.IDLE;
    private String xid = "";
    private final List<String> savepoints = new ArrayList<>();
    private final Map<String, Lock> locks = new LinkedHashMap<>();
    private final Map<String, String> handlers = new LinkedHashMap<>();
    private final List<PreparedStatement> prepared = new ArrayList<>();
    private final Map<String, Hurting> hurting = new LinkedHashMap<>();
    private int xids;
    private int aliases;
    private int names;

    Phase phase() {
        return phase;
    }

    /** A transaction begins. */
    void begin(boolean readOnly) {
        idle();
        phase = readOnly ? Phase.READ_ONLY : Phase.TRANSACTION;
    }

    /** Neither a transaction nor locks. */
    void idle() {
        phase = Phase.IDLE;
        savepoints.clear();
        locks.clear();
    }

    /** A transaction is over, and the next one like it has begun. */
    void chain() {
        savepoints.clear();
        if (phase == Phase.IDLE) {
            phase = Phase.TRANSACTION;
        }
    }

    /** Savepoints to go back to, the oldest first. */
    List<String> savepoints() {
        return savepoints;
    }

    void savepoint(String name) {
        if (inTransaction()) {
            savepoints.remove(name);
            savepoints.add(name);
        }
    }

    /** Those after {@code name} are gone; with {@code itself} that one too. */
    void backTo(String name, boolean itself) {
        int index = savepoints.indexOf(name);
        if (index >= 0) {
            savepoints.subList(itself ? index : index + 1, savepoints.size()).clear();
        }
    }

    boolean inTransaction() {
        return phase == Phase.TRANSACTION || phase == Phase.READ_ONLY;
    }

    // XA

    String freshXid() {
        return "'x" + ++xids + "'";
    }

    /** The transaction that XA START has begun. */
    String xid() {
        return xid;
    }

    void xa(String id, Phase now) {
        xid = id;
        phase = now;
    }

    // locks

    String freshLockAlias() {
        return "k" + ++aliases;
    }

    void lock(String name, String table, boolean write) {
        phase = Phase.LOCKED;
        locks.put(name, new Lock(table, write));
    }

    boolean isLocked() {
        return phase == Phase.LOCKED;
    }

    /** Whether the table can be read, or changed, under its own name. */
    boolean reaches(Table table, boolean write) {
        if (phase != Phase.LOCKED) {
            return true;
        }
        Lock lock = locks.get(table.name());
        return lock != null && (lock.write() || !write);
    }

    /** An alias that the table is locked under and that the statement does not use yet. */
    Optional<String> lockedAlias(String table, Draft draft) {
        for (Map.Entry<String, Lock> lock : locks.entrySet()) {
            if (lock.getValue().table().equals(table) && !lock.getKey().equals(table) && draft.take(lock.getKey())) {
                return Optional.of(lock.getKey());
            }
        }
        return Optional.empty();
    }

    // HANDLER

    String freshHandler() {
        return "h" + ++names;
    }

    /** The tables that HANDLER has opened, by the names that it gave them. */
    Map<String, String> handlers() {
        return handlers;
    }

    /** A definition that names an open table closes it. */
    void closeHandlers(SyntaxTree.Node definition) {
        if (!handlers.isEmpty()) {
            definition.forEachToken(token -> handlers.values().remove(token.text()));
        }
    }

    // variables

    /** The variable that now has a value that would hurt for long is set back by {@code statement} after so many others. */
    void setBackAfter(int statements, String variable, SyntaxTree.Node statement) {
        hurting.put(variable, new Hurting(statements, statement));
    }

    /** A statement has run: those that set variables back now. */
    List<SyntaxTree.Node> dueNow() {
        if (hurting.isEmpty()) {
            return List.of();
        }
        List<SyntaxTree.Node> now = new ArrayList<>();
        hurting.replaceAll((name, one) -> new Hurting(one.statements() - 1, one.back()));
        hurting.values().removeIf(one -> one.statements() <= 0 && now.add(one.back()));
        return now;
    }

    // PREPARE

    String freshPrepared() {
        return "s" + ++names;
    }

    List<PreparedStatement> prepared() {
        return prepared;
    }
}
