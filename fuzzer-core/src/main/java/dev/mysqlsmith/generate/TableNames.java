package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.schema.Table;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Names of tables outside of queries. */
final class TableNames {
    private TableNames() {}

    /** The table that the statement is about, else any base table. */
    static SyntaxTree.@Nullable Node tableRef(Expansion expansion, Request request) {
        Table fixed = request.context().table();
        Optional<Table> table =
                fixed != null ? Optional.of(fixed) : expansion.world().baseTable(expansion.choices());
        return table.map(one -> expansion.lexicon().leaf(request.rule(), one.name()))
                .orElse(null);
    }
}
