package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Alternative;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.random.Choices;
import dev.mysqlsmith.schema.Column;
import dev.mysqlsmith.schema.ColumnType;
import dev.mysqlsmith.schema.Family;
import dev.mysqlsmith.schema.Index;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Definitions of columns: the type first, then attributes that the type and the table so far allow. */
final class ColumnBinders {
    private static final ColumnType KEY = ColumnType.of(Family.INTEGER, "INT");

    private ColumnBinders() {}

    /** A new column of the table under construction. */
    static SyntaxTree.@Nullable Node definition(Expansion expansion, Request request) {
        String name = expansion.world().freshColumn();
        Request field = new Request(expansion.rule("fieldDefinition"), 0, request.context(), request.budget() - 1);
        SyntaxTree fieldTree = field(expansion, field, name, true);
        if (fieldTree == null) {
            return null;
        }
        return new Filling(
                        expansion,
                        request,
                        expansion.shape(
                                request, request.rule().alternatives().get(0), new Plan().omit("referencesClause")))
                .leaf("newColumnName", name)
                .put("fieldDefinition", fieldTree)
                .make();
    }

    /** Type and attributes of a column; it is added to the draft. {@code keys}: whether it may become a key. */
    static @Nullable SyntaxTree field(Expansion expansion, Request request, String name, boolean keys) {
        TableDraft draft = expansion.draft().table();
        Choices choices = expansion.choices();
        if (keys && draft.columns().isEmpty() && choices.chance(0.65)) {
            return primary(expansion, request, name, draft);
        }
        Values.Declared declared = expansion.lexicon().values().columnType(choices);
        boolean generated = !draft.columns().isEmpty() && choices.chance(0.07);
        return generated
                ? generated(expansion, request, name, draft)
                : ordinary(expansion, request, name, draft, declared, keys);
    }

    private static @Nullable SyntaxTree primary(Expansion expansion, Request request, String name, TableDraft draft) {
        boolean automatic = expansion.choices().chance(0.5);
        List<SyntaxTree> attributes = new ArrayList<>();
        add(attributes, attribute(expansion, request, "NULL", new Plan().include("not")));
        if (automatic) {
            add(attributes, attribute(expansion, request, "AUTO_INCREMENT", Plan.FREE));
        }
        add(attributes, attribute(expansion, request, "KEY", new Plan().include("PRIMARY")));
        draft.columns().add(new Column(name, KEY, false, false, automatic, automatic));
        draft.indexes().add(new Index("PRIMARY", Index.Kind.PRIMARY, List.of(name)));
        return assemble(expansion, request, KEY.name(), attributes, null);
    }

    private static @Nullable SyntaxTree ordinary(
            Expansion expansion,
            Request request,
            String name,
            TableDraft draft,
            Values.Declared declared,
            boolean keys) {
        Choices choices = expansion.choices();
        ColumnType type = declared.type();
        List<SyntaxTree> attributes = new ArrayList<>();
        boolean nullable = choices.chance(0.75);
        if (!nullable || choices.chance(0.1)) {
            add(attributes, attribute(expansion, request, "NULL", new Plan().include("not", !nullable)));
        }
        boolean plainDefault = !type.family().isUnbounded() && type.family().isKeyable();
        boolean hasDefault = plainDefault && choices.chance(0.3);
        if (hasDefault) {
            add(attributes, defaultValue(expansion, request, type));
        }
        if (keys && type.family().isKeyable() && !type.family().isUnbounded() && choices.chance(0.04)) {
            add(attributes, attribute(expansion, request, "UNIQUE", Plan.FREE));
            draft.indexes().add(new Index(name, Index.Kind.UNIQUE, List.of(name)));
        }
        if (type.family() == Family.STRING && choices.chance(0.1)) {
            add(attributes, attribute(expansion, request, "collateAttribute", Plan.FREE));
        }
        if (choices.chance(0.02)) {
            add(attributes, attribute(expansion, request, "COMMENT", Plan.FREE));
        }
        draft.columns().add(new Column(name, type, nullable, false, false, nullable || hasDefault));
        return assemble(expansion, request, declared.sql(), attributes, null);
    }

    /** A column that is computed from those before it. */
    private static @Nullable SyntaxTree generated(Expansion expansion, Request request, String name, TableDraft draft) {
        Choices choices = expansion.choices();
        Type type = choices.chance(0.6) ? Type.NUMBER : Type.STRING;
        String sql = type == Type.NUMBER ? "DOUBLE" : "LONGTEXT";
        Scope scope = Scope.top();
        scope.add(new Relation(
                "",
                draft.columns().stream()
                        .filter(column -> !column.autoIncrement())
                        .toList()));
        Context context = request.context().in(scope).in(Clause.DEFINITION).expecting(type);
        SyntaxTree computed = expansion.plain(
                new Request(expansion.rule("generatedColumn"), 0, context, 24), new Plan().omit("collateAttribute"));
        ColumnType columnType = ColumnType.of(type == Type.NUMBER ? Family.FLOAT : Family.TEXT, sql);
        draft.columns().add(new Column(name, columnType, true, true, false, true));
        return computed == null ? null : assemble(expansion, request, sql, List.of(), computed);
    }

    private static SyntaxTree.@Nullable Node defaultValue(Expansion expansion, Request request, ColumnType type) {
        String sql = expansion.lexicon().values().value(type, expansion.choices());
        Request attribute = new Request(expansion.rule("columnAttribute"), 0, request.context(), request.budget() - 1);
        return new Filling(
                        expansion,
                        attribute,
                        expansion.shape(attribute, alternative(expansion, "defaultValue"), Plan.FREE))
                .leaf("defaultValue", sql)
                .make();
    }

    private static SyntaxTree.@Nullable Node attribute(Expansion expansion, Request request, String symbol, Plan plan) {
        Request attribute = new Request(expansion.rule("columnAttribute"), 0, request.context(), request.budget() - 1);
        return expansion.build(attribute, alternative(expansion, symbol), plan);
    }

    private static Alternative alternative(Expansion expansion, String symbol) {
        return expansion.rule("columnAttribute").alternatives().stream()
                .filter(one -> one.mentions(symbol))
                .findFirst()
                .orElseThrow();
    }

    private static @Nullable SyntaxTree assemble(
            Expansion expansion,
            Request request,
            String type,
            List<SyntaxTree> attributes,
            @Nullable SyntaxTree computed) {
        Plan plan =
                new Plan().include("generatedColumn", computed != null).rounds("columnAttribute", attributes.size());
        Filling filling = new Filling(
                        expansion,
                        request,
                        expansion.shape(request, request.rule().alternatives().get(0), plan))
                .leaf("dataType", type)
                .put("columnAttribute", attributes);
        return computed == null
                ? filling.make()
                : filling.put("generatedColumn", computed).make();
    }

    private static void add(List<SyntaxTree> list, SyntaxTree.@Nullable Node tree) {
        list.add(Objects.requireNonNull(tree, "a column's attribute can always be made"));
    }
}
