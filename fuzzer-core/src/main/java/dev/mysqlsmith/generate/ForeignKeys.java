package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Alternative;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.schema.Column;
import dev.mysqlsmith.schema.ColumnType;
import dev.mysqlsmith.schema.ForeignKey;
import dev.mysqlsmith.schema.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Foreign keys of the table under construction: to another table, or to its own key. */
final class ForeignKeys {
    private static final double TO_ITSELF = 0.2;

    private ForeignKeys() {}

    /** Adds a column of the type of another table's key, and the foreign key; nothing where no table has such a key. */
    static void add(Expansion expansion, Request request, List<SyntaxTree> elements) {
        TableDraft draft = expansion.draft().table();
        Column own = draft.referable();
        boolean toItself = own != null && expansion.choices().chance(TO_ITSELF);
        Table parent =
                toItself ? draft.toTable() : References.parent(expansion.world().schema(), expansion.choices());
        Column referred = parent == null ? null : References.referable(parent);
        if (parent == null || referred == null) {
            return;
        }
        String column = expansion.world().freshColumn();
        elements.add(column(expansion, request, column, referred.type()));
        draft.columns().add(new Column(column, referred.type(), true, false, false, true));
        SyntaxTree key = constraint(expansion, request, List.of(column), parent, List.of(referred.name()));
        if (key != null) {
            elements.add(key);
        }
    }

    /** A foreign key over a column that the table has: it and another table's key are declared alike. Else null. */
    static SyntaxTree.@Nullable Node overColumns(Expansion expansion, Request request) {
        TableDraft draft = expansion.draft().table();
        if (!draft.engine().isInnodb()
                || draft.traits().temporary()
                || !draft.partitions().isEmpty()) {
            return null;
        }
        for (Table parent : expansion.world().schema().baseTables()) {
            boolean reached =
                    expansion.world().isReached(parent, true) && !parent.name().equals(draft.name());
            Column referred = !reached ? null : References.referable(parent);
            for (Column own : draft.columns()) {
                if (referred != null
                        && own.nullable()
                        && !own.generated()
                        && own.type().equals(referred.type())) {
                    return definition(expansion, request, List.of(own.name()), parent, List.of(referred.name()));
                }
            }
        }
        return null;
    }

    /** A plain nullable column. */
    private static SyntaxTree column(Expansion expansion, Request request, String name, ColumnType type) {
        return expansion.lexicon().leaf(expansion.rule("tableElement"), name + " " + References.declaration(type));
    }

    private static SyntaxTree.@Nullable Node constraint(
            Expansion expansion, Request request, List<String> columns, Table parent, List<String> parentColumns) {
        Request element = new Request(expansion.rule("tableElement"), 0, request.context(), request.budget() - 1);
        SyntaxTree.Node definition = definition(expansion, request, columns, parent, parentColumns);
        return definition == null
                ? null
                : expansion.attempt(
                        element,
                        alternative -> alternative.mentions("tableConstraintDefinition") ? 1 : 0,
                        alternative -> new Filling(expansion, element, expansion.shape(element, alternative, Plan.FREE))
                                .put("tableConstraintDefinition", definition)
                                .make());
    }

    /** CONSTRAINT name FOREIGN KEY; it is added to the draft. */
    static SyntaxTree.@Nullable Node definition(
            Expansion expansion, Request request, List<String> columns, Table parent, List<String> parentColumns) {
        String name = expansion.world().freshIndex();
        Request inner = new Request(expansion.rule("tableConstraint"), 0, request.context(), request.budget() - 1);
        SyntaxTree.Node references = references(expansion, request, parent, parentColumns);
        if (references == null) {
            return null;
        }
        SyntaxTree.Node key = expansion.attempt(
                inner,
                alternative -> alternative.mentions("FOREIGN") ? 1 : 0,
                alternative -> new Filling(
                                expansion,
                                inner,
                                expansion.shape(
                                        inner,
                                        alternative,
                                        new Plan().omit("newIndexName").rounds("keyColumnRef", 0)))
                        .leaf("keyColumnRef", columns.get(0))
                        .put("referencesClause", references)
                        .make());
        if (key == null) {
            return null;
        }
        expansion.draft().table().addForeignKey(new ForeignKey(name, columns, parent.name(), parentColumns));
        Request outer =
                new Request(expansion.rule("tableConstraintDefinition"), 0, request.context(), request.budget() - 1);
        Alternative only = outer.rule().alternatives().get(0);
        return new Filling(
                        expansion,
                        outer,
                        expansion.shape(
                                outer, only, new Plan().include("CONSTRAINT").include("newConstraintName")))
                .leaf("newConstraintName", name)
                .put("tableConstraint", key)
                .make();
    }

    private static SyntaxTree.@Nullable Node references(
            Expansion expansion, Request request, Table parent, List<String> columns) {
        Request inner = new Request(expansion.rule("referencesClause"), 0, request.context(), request.budget() - 1);
        Plan plan = new Plan()
                .include("referencedColumnRef")
                .rounds("referencedColumnRef", 0)
                .omit("MATCH");
        return new Filling(
                        expansion,
                        inner,
                        expansion.shape(inner, inner.rule().alternatives().get(0), plan))
                .leaf("tableRef", parent.name())
                .leaf("referencedColumnRef", columns.get(0))
                .make();
    }
}
