package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Alternative;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.schema.ForeignKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Actions on a foreign key or a CHECK that has a name. */
final class AlterConstraint {
    private AlterConstraint() {}

    static SyntaxTree.@Nullable Node make(AlterTarget target, Alternative alternative) {
        List<String> names = new ArrayList<>();
        boolean drop = alternative.mentions("DROP");
        if (!alternative.mentions("FOREIGN")) {
            names.addAll(target.table().traits().checks());
        }
        if (drop && !alternative.mentions("CHECK")) {
            names.addAll(target.table().traits().foreignKeys().stream()
                    .map(ForeignKey::name)
                    .toList());
        }
        if (names.isEmpty()) {
            return null;
        }
        String name = target.choices().pick(names);
        if (drop) {
            target.does(table -> table.with(table.traits().without(name)));
        }
        return target.fill(alternative, Plan.FREE).leaf("constraintRef", name).make();
    }
}
