package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Alternative;
import dev.mysqlsmith.grammar.SyntaxTree;
import org.jspecify.annotations.Nullable;

/** CONVERT TO CHARACTER SET. */
final class AlterCharacters {
    private AlterCharacters() {}

    static SyntaxTree.@Nullable Node make(AlterTarget target, Alternative alternative) {
        if (!target.table().partitions().isEmpty()) {
            return null;
        }
        String charset = target.choices().chance(0.8) ? "utf8mb4" : "latin1";
        Plan plan = new Plan()
                .include(
                        "COLLATE", charset.equals("utf8mb4") && target.choices().chance(0.5));
        return target.fill(alternative, plan)
                .leaf("characterSetOrDefault", "CHARACTER SET " + charset)
                .make();
    }
}
