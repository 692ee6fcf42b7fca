package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.schema.Index;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** MATCH .. AGAINST: the columns of a full-text index, and a text that every mode takes. */
final class FulltextBinders {
    private FulltextBinders() {}

    static SyntaxTree.@Nullable Node matchAgainst(Expansion expansion, Request request) {
        List<SyntaxTree> columns = columns(expansion, request.context().scope());
        if (columns.isEmpty()) {
            return null;
        }
        String text = expansion.lexicon().values().constant("fulltext", expansion.choices());
        return new Filling(
                        expansion,
                        request,
                        expansion.shape(
                                request,
                                request.rule().alternatives().get(0),
                                new Plan().rounds("columnRef", columns.size() - 1)))
                .put("columnRef", columns)
                .leaf("bitExpression", text)
                .make();
    }

    private static List<SyntaxTree> columns(Expansion expansion, Scope scope) {
        List<List<SyntaxTree>> all = new ArrayList<>();
        for (Relation relation : scope.relations()) {
            for (Index index : relation.indexes(Index.Kind.FULLTEXT)) {
                List<SyntaxTree> columns = new ArrayList<>();
                for (String column : index.columns()) {
                    columns.add(expansion.lexicon().leaf(expansion.rule("columnRef"), relation.alias() + "." + column));
                }
                all.add(columns);
            }
        }
        return all.isEmpty() ? List.of() : expansion.choices().pick(all);
    }
}
