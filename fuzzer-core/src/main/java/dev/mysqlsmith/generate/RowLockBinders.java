package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** FOR UPDATE and FOR SHARE: OF names base tables of the query that was just made. */
final class RowLockBinders {
    private RowLockBinders() {}

    /** One clause; several would have to be for different tables. */
    static SyntaxTree.@Nullable Node lockingClause(Expansion expansion, Request request) {
        boolean tables = !request.context().query().lockable().isEmpty();
        return expansion.plain(request, tables ? Plan.FREE : new Plan().omit("lockedTables"));
    }

    /** Some of the tables, each once. */
    static SyntaxTree.@Nullable Node lockedTables(Expansion expansion, Request request) {
        List<String> names = new ArrayList<>(request.context().query().lockable());
        int count = expansion.choices().between(1, names.size());
        List<SyntaxTree> tables = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = names.remove(expansion.choices().below(names.size()));
            tables.add(expansion.lexicon().leaf(expansion.rule("lockedTableRef"), name));
        }
        return new Filling(
                        expansion,
                        request,
                        expansion.shape(
                                request,
                                request.rule().alternatives().get(0),
                                new Plan().rounds("lockedTableRef", count - 1)))
                .put("lockedTableRef", tables)
                .make();
    }
}
