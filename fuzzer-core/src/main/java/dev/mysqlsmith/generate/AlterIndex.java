package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Alternative;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.schema.Index;
import dev.mysqlsmith.schema.Schema;
import dev.mysqlsmith.schema.Table;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Actions on an index, and DROP INDEX. */
final class AlterIndex {
    private AlterIndex() {}

    static SyntaxTree.@Nullable Node make(AlterTarget target, Alternative alternative) {
        boolean drop = alternative.mentions("DROP");
        List<Index> free =
                drop ? Indexes.removable(target.schema(), target.table()) : Indexes.secondary(target.table());
        return Indexes.pick(free, target.choices())
                .map(index -> make(target, alternative, index.name(), drop))
                .orElse(null);
    }

    private static SyntaxTree.@Nullable Node make(
            AlterTarget target, Alternative alternative, String name, boolean drop) {
        Filling filling = target.fill(alternative, Plan.FREE).leaf("indexRef", name);
        if (drop) {
            target.does(table -> without(table, name));
        } else if (alternative.mentions("newIndexName")) {
            String fresh = target.expansion().world().freshIndex();
            target.does(table -> table.changingIndex(name, index -> index.renamed(fresh)));
            filling.leaf("newIndexName", fresh);
        } else {
            return shown(target, name, filling.make());
        }
        return filling.make();
    }

    private static SyntaxTree.@Nullable Node shown(AlterTarget target, String name, SyntaxTree.@Nullable Node action) {
        if (action != null) {
            target.does(table -> table.changingIndex(name, index -> index.hidden(Indexes.isHidden(action))));
        }
        return action;
    }

    private static Table without(Table table, String name) {
        return table.withIndexes(table.indexes().stream()
                .filter(index -> !index.name().equals(name))
                .toList());
    }

    /** DROP INDEX of one that exists. */
    static SyntaxTree.@Nullable Node drop(Expansion expansion, Request request) {
        Schema schema = expansion.world().schema();
        Optional<Table> found = TablePicks.pick(
                expansion,
                table -> !Indexes.removable(schema, table).isEmpty() && TablePicks.isAlterable(schema, table));
        return found.map(table -> {
                    String name = expansion
                            .choices()
                            .pick(Indexes.removable(schema, table))
                            .name();
                    expansion.draft().onSuccess(now -> {
                        now.change(table.name(), old -> without(old, name));
                        expansion.world().definitions().forget(table.name());
                    });
                    expansion.draft().defines(TableDraft.of(table));
                    return new Filling(
                                    expansion,
                                    request,
                                    expansion.shape(
                                            request,
                                            request.rule().alternatives().get(0),
                                            Plan.FREE))
                            .leaf("indexRef", name)
                            .leaf("tableRef", table.name())
                            .make();
                })
                .orElse(null);
    }
}
