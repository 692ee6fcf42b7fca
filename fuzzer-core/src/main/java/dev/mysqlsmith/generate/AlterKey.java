package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Alternative;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.schema.Column;
import dev.mysqlsmith.schema.Index;
import org.jspecify.annotations.Nullable;

/** ADD of keys and constraints, DROP PRIMARY KEY. */
final class AlterKey {
    private AlterKey() {}

    /** The key's own binder tells the draft. */
    static SyntaxTree.@Nullable Node add(AlterTarget target, Alternative alternative) {
        return target.fill(alternative, Plan.FREE).make();
    }

    static SyntaxTree.@Nullable Node dropPrimary(AlterTarget target, Alternative alternative) {
        boolean possible = target.draft().hasPrimaryKey()
                && target.table().columns().stream().noneMatch(Column::autoIncrement)
                && !References.isTied(target.schema(), target.table());
        if (!possible) {
            return null;
        }
        target.does(table -> table.withIndexes(table.indexes().stream()
                .filter(index -> index.kind() != Index.Kind.PRIMARY)
                .toList()));
        return target.fill(alternative, Plan.FREE).make();
    }
}
