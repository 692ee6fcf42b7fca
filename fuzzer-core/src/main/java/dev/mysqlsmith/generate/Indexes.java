package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.MySqlLexer;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.random.Choices;
import dev.mysqlsmith.schema.Index;
import dev.mysqlsmith.schema.Schema;
import dev.mysqlsmith.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which indexes of a table a statement may name. */
final class Indexes {
    private Indexes() {}

    /** Those that hints and MATCH find. */
    static List<Index> visible(Table table) {
        List<Index> visible = new ArrayList<>();
        for (Index index : table.indexes()) {
            if (!index.invisible()) {
                visible.add(index);
            }
        }
        return visible;
    }

    /** Secondary ones, that ALTER TABLE may change. */
    static List<Index> secondary(Table table) {
        return table.indexes().stream()
                .filter(index -> index.kind() != Index.Kind.PRIMARY)
                .toList();
    }

    /** Secondary ones that no foreign key can need. */
    static List<Index> removable(Schema schema, Table table) {
        return References.isTied(schema, table) ? List.of() : secondary(table);
    }

    /** One of them, if there are any. */
    static Optional<Index> pick(List<Index> indexes, Choices choices) {
        return indexes.isEmpty() ? Optional.empty() : Optional.of(choices.pick(indexes));
    }

    /** The name of an index that a hint on the table may name, as a tree of the request's rule; null where it has none. */
    static SyntaxTree.@Nullable Node hinted(Expansion expansion, Request request) {
        Table table = request.context().table();
        return table == null
                ? null
                : pick(visible(table), expansion.choices())
                        .map(index -> expansion.lexicon().leaf(request.rule(), index.name()))
                        .orElse(null);
    }

    /** Whether a definition or an action says INVISIBLE, the last word on it. */
    static boolean isHidden(SyntaxTree tree) {
        boolean[] hidden = {false};
        tree.forEachToken(token -> {
            if (token.type() == MySqlLexer.INVISIBLE || token.type() == MySqlLexer.VISIBLE) {
                hidden[0] = token.type() == MySqlLexer.INVISIBLE;
            }
        });
        return hidden[0];
    }
}
