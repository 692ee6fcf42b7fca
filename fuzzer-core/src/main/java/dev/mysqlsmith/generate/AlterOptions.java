package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Alternative;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.schema.Column;
import dev.mysqlsmith.schema.Engine;
import dev.mysqlsmith.schema.Family;
import dev.mysqlsmith.schema.Index;
import dev.mysqlsmith.schema.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Options of the table, another engine among them. */
final class AlterOptions {
    private static final double ENGINE = 0.3;

    private AlterOptions() {}

    static SyntaxTree.@Nullable Node make(AlterTarget target, Alternative alternative) {
        TableDraft draft = target.draft();
        draft.options().clear();
        if (target.choices().chance(ENGINE)) {
            Engine engine = engine(target);
            draft.options().add("ENGINE = " + engine.sql());
            target.does(table -> table.with(table.traits().with(engine)));
        } else {
            target.expansion().tableOptions().choose(target.expansion(), draft, 1);
        }
        List<SyntaxTree> trees = TableOptions.trees(target.expansion());
        return trees.isEmpty()
                ? null
                : target.fill(alternative, new Plan().rounds("tableOption", trees.size()))
                        .put("tableOption", trees)
                        .make();
    }

    /** An engine that can hold the table as it is; often its own, which makes the table anew. */
    private static Engine engine(AlterTarget target) {
        Table table = target.table();
        boolean bound = !table.partitions().isEmpty() || References.isTied(target.schema(), table);
        boolean simple = table.traits().pinned().isEmpty()
                && table.indexes().stream().allMatch(index -> index.kind() == Index.Kind.PRIMARY)
                && table.columns().stream().allMatch(AlterOptions::isSimple);
        if (table.engine() != Engine.INNODB) {
            return target.choices().chance(0.5) ? Engine.INNODB : table.engine();
        }
        return !bound && simple ? target.choices().oneOf(Engine.INNODB, Engine.MYISAM, Engine.MEMORY) : Engine.INNODB;
    }

    private static boolean isSimple(Column column) {
        Family family = column.type().family();
        return !column.generated() && family.isKeyable() && !family.isUnbounded();
    }
}
