package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Alternative;
import dev.mysqlsmith.grammar.SyntaxTree;
import org.jspecify.annotations.Nullable;

/** RENAME TO. */
final class AlterName {
    private AlterName() {}

    static SyntaxTree.@Nullable Node make(AlterTarget target, Alternative alternative) {
        String name = target.expansion().world().freshTable();
        target.does(table -> table.renamed(name));
        return target.fill(alternative, Plan.FREE).leaf("newTableName", name).make();
    }
}
