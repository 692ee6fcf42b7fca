package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.schema.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** LOCK TABLES and UNLOCK TABLES: each table is locked under its name and under the aliases that statements may use. */
final class LockBinders {
    private static final int MOST_TABLES = 3;
    private static final int ALIASES = 2;
    private static final double WRITE = 0.6;

    private LockBinders() {}

    /** LOCK TABLES of some base tables. */
    static SyntaxTree.@Nullable Node lock(Expansion expansion, Request request) {
        List<Table> tables = new ArrayList<>(expansion.world().schema().baseTables());
        if (tables.isEmpty()) {
            return null;
        }
        expansion.draft().onSuccess(schema -> expansion.world().session().idle());
        List<SyntaxTree> locks = new ArrayList<>();
        int count = expansion.choices().between(1, Math.min(MOST_TABLES, tables.size()));
        for (int i = 0; i < count; i++) {
            Table table = tables.remove(expansion.choices().below(tables.size()));
            addLocks(expansion, request, table.name(), locks);
        }
        return Filling.of(expansion, request, new Plan().rounds("tableLock", locks.size() - 1))
                .put("tableLock", locks)
                .make();
    }

    private static void addLocks(Expansion expansion, Request request, String table, List<SyntaxTree> locks) {
        SessionState session = expansion.world().session();
        boolean write = expansion.choices().chance(WRITE);
        for (int i = 0; i <= ALIASES; i++) {
            String name = i == 0 ? table : session.freshLockAlias();
            Plan plan = new Plan()
                    .include("newTableAlias", i > 0)
                    .choose(write ? "WRITE" : "READ")
                    .omit("LOCAL");
            Request lock = new Request(expansion.rule("tableLock"), 0, request.context(), request.budget() - 1);
            SyntaxTree.Node node = Filling.of(expansion, lock, plan)
                    .leaf("tableRef", table)
                    .leaf("newTableAlias", name)
                    .make();
            if (node != null) {
                locks.add(node);
                expansion.draft().onSuccess(schema -> session.lock(name, table, write));
            }
        }
    }

    /** UNLOCK TABLES, or INSTANCE, which leaves tables locked. */
    static SyntaxTree.@Nullable Node unlock(Expansion expansion, Request request) {
        SyntaxTree.Node node = expansion.plain(request);
        SessionState session = expansion.world().session();
        if (node != null && session.isLocked() && !node.sql().endsWith("INSTANCE")) {
            expansion.draft().onSuccess(schema -> session.idle());
        }
        return node;
    }
}
