package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.schema.Table;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** DROP, RENAME and TRUNCATE TABLE. */
final class TableBinders {
    private static final int FEWEST_TABLES = 3;

    private TableBinders() {}

    /** DROP TABLE, as long as some are left and no foreign key or MERGE table wants it. */
    static SyntaxTree.@Nullable Node drop(Expansion expansion, Request request) {
        if (expansion.world().schema().baseTables().size() <= FEWEST_TABLES) {
            return null;
        }
        return on(TablePicks.loose(expansion), table -> {
            Plan plan = new Plan().rounds("tableRef", 0).include("TEMPORARY", table.temporary());
            SyntaxTree.Node node =
                    expansion.plain(request.with(request.context().on(table)), alternative -> 1, plan);
            expansion.draft().onSuccess(schema -> schema.drop(table.name()));
            return node;
        });
    }

    /** TRUNCATE of a table that no foreign key refers to. */
    static SyntaxTree.@Nullable Node truncate(Expansion expansion, Request request) {
        return on(TablePicks.loose(expansion), table -> {
            if (!table.engine().changesRows() || !table.traits().over().isEmpty()) {
                return null;
            }
            expansion.draft().changes(table.name());
            return expansion.plain(request.with(request.context().on(table)));
        });
    }

    /** One table of RENAME TABLE, to a new name. */
    static SyntaxTree.@Nullable Node rename(Expansion expansion, Request request) {
        return on(TablePicks.renamable(expansion), table -> {
            String name = expansion.world().freshTable();
            renamed(expansion, table.name(), name);
            return new Filling(
                            expansion,
                            request,
                            expansion.shape(
                                    request, request.rule().alternatives().get(0), Plan.FREE))
                    .leaf("tableRef", table.name())
                    .leaf("newTableName", name)
                    .make();
        });
    }

    /** What a table's new name means if the server accepts it. */
    static void renamed(Expansion expansion, String old, String now) {
        expansion.draft().onSuccess(schema -> {
            schema.change(old, table -> table.renamed(now));
            References.renamed(schema, old, now);
            expansion.world().definitions().forget(old);
            expansion.world().rows().renamed(old, now);
        });
    }

    private static SyntaxTree.@Nullable Node on(
            Optional<Table> table, Function<Table, SyntaxTree.@Nullable Node> maker) {
        return table.isEmpty() ? null : maker.apply(table.get());
    }
}
