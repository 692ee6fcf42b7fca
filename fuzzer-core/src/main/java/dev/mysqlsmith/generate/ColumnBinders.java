package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.random.Choices;
import dev.mysqlsmith.schema.Column;
import dev.mysqlsmith.schema.ColumnType;
import dev.mysqlsmith.schema.Engine;
import dev.mysqlsmith.schema.Family;
import dev.mysqlsmith.schema.Index;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Definitions of columns: the type first, then attributes that the type, the engine and the table so far allow. */
final class ColumnBinders {
    private static final ColumnType KEY = ColumnType.of(Family.INTEGER, "INT");
    private static final double PRIMARY = 0.65;
    private static final double GENERATED = 0.07;
    private static final double GEOGRAPHIC = 0.1;
    private static final int WGS84 = 4326;

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
        if (keys && draft.columns().isEmpty() && draft.engine().hasKeys() && choices.chance(PRIMARY)) {
            return primary(expansion, request, name, draft);
        }
        boolean generated = !draft.columns().isEmpty() && draft.engine().hasGenerated() && choices.chance(GENERATED);
        return generated
                ? generated(expansion, request, name, draft)
                : ordinary(expansion, request, name, type(expansion), keys);
    }

    /** A type that the engine can hold. */
    private static Values.Declared type(Expansion expansion) {
        Engine engine = expansion.draft().table().engine();
        Values.Declared declared =
                expansion.lexicon().values().columnType(expansion.choices(), family -> isHeld(engine, family));
        boolean geographic = engine.isInnodb()
                && declared.type().family() == Family.GEOMETRY
                && expansion.world().version().number() >= 80003
                && expansion.choices().chance(GEOGRAPHIC);
        return geographic ? declared.in(WGS84) : declared;
    }

    private static boolean isHeld(Engine engine, Family family) {
        return family == Family.GEOMETRY || family == Family.VECTOR
                ? engine.searches()
                : engine.holdsLarge() || family.isKeyable() && !family.isUnbounded();
    }

    private static @Nullable SyntaxTree primary(Expansion expansion, Request request, String name, TableDraft draft) {
        boolean automatic = expansion.choices().chance(0.5);
        ColumnAttributes attributes = new ColumnAttributes(expansion, request);
        attributes.add("NULL", new Plan().include("not"));
        if (automatic) {
            attributes.add("AUTO_INCREMENT", Plan.FREE);
        }
        attributes.add("KEY", new Plan().include("PRIMARY"));
        draft.columns().add(new Column(name, KEY, false, false, automatic, automatic));
        draft.indexes().add(new Index("PRIMARY", Index.Kind.PRIMARY, List.of(name)));
        return assemble(expansion, request, KEY.name(), attributes.trees(), null);
    }

    /** A column of that type; it is added to the draft. */
    static @Nullable SyntaxTree ordinary(
            Expansion expansion, Request request, String name, Values.Declared declared, boolean keys) {
        ColumnAttributes attributes = new ColumnAttributes(expansion, request);
        attributes.choose(name, declared, keys);
        return assemble(expansion, request, declared.sql(), attributes.trees(), null);
    }

    /** The column with another type that takes its values; it is added to the draft. */
    static @Nullable SyntaxTree wider(Expansion expansion, Request request, String name, Column old) {
        Values.Declared declared = expansion
                .lexicon()
                .values()
                .wider(old.type(), expansion.choices())
                .orElse(null);
        if (declared == null
                || !isHeld(expansion.draft().table().engine(), declared.type().family())) {
            return null;
        }
        ColumnAttributes attributes = new ColumnAttributes(expansion, request);
        if (!old.nullable()) {
            attributes.add("NULL", new Plan().include("not"));
        }
        Family family = declared.type().family();
        boolean defaulted = old.omissible() && !old.nullable() && family.isKeyable() && !family.isUnbounded();
        if (defaulted) {
            attributes.add(
                    "defaultValue",
                    Plan.FREE,
                    expansion.lexicon().values().value(declared.type(), expansion.choices()));
        }
        boolean omissible = old.nullable() || defaulted;
        expansion
                .draft()
                .table()
                .columns()
                .add(new Column(name, declared.type(), old.nullable(), false, false, omissible));
        return assemble(expansion, request, declared.sql(), attributes.trees(), null);
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
        if (computed instanceof SyntaxTree.Node node && !Conditions.isStable(node)) {
            return null;
        }
        if (computed != null) {
            draft.pin(draft.namesIn(computed));
        }
        draft.columns().add(new Column(name, columnType, true, true, false, true));
        return computed == null ? null : assemble(expansion, request, sql, List.of(), computed);
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
}
