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

/** The attributes of one column, in the order in which they are decided. */
final class ColumnAttributes {
    private static final double NULLABLE = 0.75;
    private static final double DEFAULT = 0.35;
    private static final double NOW = 0.35;
    private static final double BY_EXPRESSION = 0.15;
    private static final double UNIQUE = 0.04;
    private static final double COLLATION = 0.04;
    private static final double INVISIBLE = 0.03;
    private static final double CHECK = 0.03;
    private static final double RARE = 0.02;

    private final Expansion expansion;
    private final Request request;
    private final List<SyntaxTree> trees = new ArrayList<>();

    /** @param request of the column's definition */
    ColumnAttributes(Expansion expansion, Request request) {
        this.expansion = expansion;
        this.request = request;
    }

    List<SyntaxTree> trees() {
        return trees;
    }

    /** Chooses what fits a column of that type, and adds the column to the draft. */
    void choose(String name, Values.Declared declared, boolean keys) {
        ColumnType type = declared.type();
        TableDraft draft = expansion.draft().table();
        Choices choices = expansion.choices();
        boolean nullable = draft.engine().holdsNull() && (choices.chance(NULLABLE) || !keys && !hasZero(type));
        if (!nullable || choices.chance(0.1)) {
            add("NULL", new Plan().include("not", !nullable));
        }
        if (type.family() == Family.GEOMETRY && since(80003) && (type.srid() != 0 || choices.chance(0.3))) {
            add("srid", Plan.FREE, Integer.toString(type.srid()));
        }
        boolean hasDefault = choices.chance(DEFAULT) && addDefault(type);
        if (keys && draft.engine().hasKeys() && isShort(type) && choices.chance(UNIQUE)) {
            add("UNIQUE", Plan.FREE);
            draft.indexes().add(new Index(name, Index.Kind.UNIQUE, List.of(name)));
        }
        boolean invisible = keys && since(80023) && hasVisible(draft) && choices.chance(INVISIBLE);
        if (invisible) {
            add("INVISIBLE", Plan.FREE);
        }
        Column column = new Column(name, type, nullable, false, false, nullable || hasDefault, invisible);
        addRare(column, draft, declared.sql().contains("CHARACTER SET"));
        draft.columns().add(column);
    }

    private void addRare(Column column, TableDraft draft, boolean ownCharset) {
        Choices choices = expansion.choices();
        boolean collatable = column.type().family() == Family.STRING && !ownCharset && !draft.hasOwnCharset();
        if (collatable && choices.chance(COLLATION)) {
            add("collateAttribute", Plan.FREE);
        }
        if (since(80016) && choices.chance(CHECK)) {
            addCheck(column);
        }
        if (choices.chance(RARE)) {
            add(choices.oneOf("COMMENT", "COLUMN_FORMAT", "STORAGE"), Plan.FREE);
        }
    }

    /** Whether rows that are there can have a value of the type that nobody gives. */
    private static boolean hasZero(ColumnType type) {
        return switch (type.family()) {
            case DATE, DATETIME, GEOMETRY, JSON, VECTOR -> false;
            default -> true;
        };
    }

    private static boolean hasVisible(TableDraft draft) {
        return draft.columns().stream().anyMatch(column -> !column.invisible());
    }

    private static boolean isShort(ColumnType type) {
        return type.family().isKeyable() && !type.family().isUnbounded();
    }

    private boolean since(int version) {
        return expansion.world().version().number() >= version;
    }

    /** A constant, the time, or an expression; false where the type takes none. */
    private boolean addDefault(ColumnType type) {
        Choices choices = expansion.choices();
        boolean moment = type.name().equals("DATETIME") || type.name().equals("TIMESTAMP");
        String value = expansion.lexicon().values().value(type, choices);
        if (moment && choices.chance(NOW)) {
            String now = "CURRENT_TIMESTAMP" + (type.scale() == 0 ? "" : "(" + type.scale() + ")");
            add("defaultValue", Plan.FREE, now);
            if (choices.chance(0.5)) {
                add("currentTimestamp", Plan.FREE, now);
            }
            return true;
        }
        boolean expressions = since(80013) && expansion.draft().table().engine().hasGenerated();
        if (expressions && (!isShort(type) || choices.chance(BY_EXPRESSION))) {
            return addExpression(type, value);
        }
        if (isShort(type)) {
            add("defaultValue", Plan.FREE, value);
        }
        return isShort(type);
    }

    /** An expression where any value of its type fits, else a constant in parentheses. */
    private boolean addExpression(ColumnType type, String value) {
        boolean free =
                type.name().equals("DOUBLE") && !type.unsigned() || type.name().equals("LONGTEXT");
        Context context = request.context().in(Clause.LITERAL).expecting(Type.of(type));
        SyntaxTree expression = free && expansion.choices().chance(0.7)
                ? expansion.expand(new Request(expansion.rule("expression"), 0, context, 16))
                : expansion.lexicon().leaf(expansion.rule("expression"), value);
        if (!(expression instanceof SyntaxTree.Node node) || !Conditions.isStable(node)) {
            return false;
        }
        Request defaultValue = child("defaultValue");
        SyntaxTree.Node tree = expansion.attempt(
                defaultValue,
                alternative -> alternative.mentions("expression") ? 1 : 0,
                alternative -> new Filling(
                                expansion, defaultValue, expansion.shape(defaultValue, alternative, Plan.FREE))
                        .put("expression", expression)
                        .make());
        if (tree == null) {
            return false;
        }
        Request attribute = child("columnAttribute");
        trees.add(filled(
                new Filling(expansion, attribute, expansion.shape(attribute, alternative("defaultValue"), Plan.FREE))
                        .put("defaultValue", tree)));
        return true;
    }

    /** CHECK of the column's own value; the server names it. */
    private void addCheck(Column column) {
        Scope scope = Scope.top();
        scope.add(new Relation("", List.of(column)));
        Context context = request.context().in(scope).in(Clause.DEFINITION).expecting(Type.BOOLEAN);
        Request attribute = new Request(expansion.rule("columnAttribute"), 0, context, 24);
        SyntaxTree.Node check = expansion.build(attribute, alternative("columnCheckConstraint"), Plan.FREE);
        boolean own = check != null && Conditions.isCheck(check) && namesColumn(check, column);
        if (check != null && own) {
            trees.add(check);
            expansion.draft().table().pin(List.of(column.name()));
        }
    }

    private static boolean namesColumn(SyntaxTree.Node check, Column column) {
        boolean[] found = {false};
        check.forEachToken(token -> found[0] |= token.text().equals(column.name()));
        return found[0];
    }

    /** The attribute that mentions {@code symbol}. */
    void add(String symbol, Plan plan) {
        Request attribute = child("columnAttribute");
        trees.add(Objects.requireNonNull(
                expansion.build(attribute, alternative(symbol), plan), "a column's attribute can always be made"));
    }

    /** The attribute that mentions {@code symbol}, with that text for it. */
    void add(String symbol, Plan plan, String sql) {
        Request attribute = child("columnAttribute");
        trees.add(filled(new Filling(expansion, attribute, expansion.shape(attribute, alternative(symbol), plan))
                .leaf(symbol, sql)));
    }

    private static SyntaxTree filled(Filling filling) {
        return Objects.requireNonNull(filling.make(), "a column's attribute can always be made");
    }

    private Request child(String rule) {
        return new Request(expansion.rule(rule), 0, request.context(), request.budget() - 1);
    }

    private Alternative alternative(String symbol) {
        return expansion.rule("columnAttribute").alternatives().stream()
                .filter(one -> one.mentions(symbol))
                .findFirst()
                .orElseThrow();
    }
}
