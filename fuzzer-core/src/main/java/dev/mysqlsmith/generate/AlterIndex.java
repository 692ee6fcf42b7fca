package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Alternative;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.schema.Index;
import dev.mysqlsmith.schema.Schema;
import dev.mysqlsmith.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Actions on an index, and DROP INDEX. */
final class AlterIndex {
    private AlterIndex() {}

    static SyntaxTree.@Nullable Node make(AlterTarget target, Alternative alternative) {
        boolean drop = alternative.mentions("DROP");
        List<Index> free = free(target.schema(), target.table(), drop);
        if (free.isEmpty()) {
            return null;
        }
        String name = target.choices().pick(free).name();
        Filling filling = target.fill(alternative, Plan.FREE).leaf("indexRef", name);
        if (drop) {
            target.does(table -> without(table, name));
        } else if (alternative.mentions("newIndexName")) {
            String fresh = target.expansion().world().freshIndex();
            target.does(table -> renamed(table, name, fresh));
            filling.leaf("newIndexName", fresh);
        }
        return filling.make();
    }

    /** Secondary indexes; to be dropped those that no foreign key needs. */
    private static List<Index> free(Schema schema, Table table, boolean drop) {
        List<Index> free = new ArrayList<>();
        boolean tied = drop && References.isTied(schema, table);
        for (Index index : table.indexes()) {
            if (index.kind() != Index.Kind.PRIMARY && !tied) {
                free.add(index);
            }
        }
        return free;
    }

    private static Table without(Table table, String name) {
        return table.withIndexes(table.indexes().stream()
                .filter(index -> !index.name().equals(name))
                .toList());
    }

    private static Table renamed(Table table, String name, String fresh) {
        return table.withIndexes(table.indexes().stream()
                .map(index -> index.name().equals(name) ? new Index(fresh, index.kind(), index.columns()) : index)
                .toList());
    }

    /** DROP INDEX of one that exists. */
    static SyntaxTree.@Nullable Node drop(Expansion expansion, Request request) {
        Schema schema = expansion.world().schema();
        Optional<Table> found = TablePicks.pick(
                expansion, table -> !free(schema, table, true).isEmpty() && TablePicks.isAlterable(schema, table));
        return found.map(table -> {
                    String name =
                            expansion.choices().pick(free(schema, table, true)).name();
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
