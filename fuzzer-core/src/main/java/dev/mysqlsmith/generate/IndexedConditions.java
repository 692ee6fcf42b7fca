package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Alternative;
import dev.mysqlsmith.grammar.Element;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.random.Choices;
import dev.mysqlsmith.schema.Column;
import dev.mysqlsmith.schema.Index;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Conditions that indexes serve: an indexed column, or one of which
 * values are known, beside a value of its type, and columns of two tables that may be equal.
 * The profile's sizes {@code indexed} and {@code equijoins} say how many of 100 conditions are such.
 */
final class IndexedConditions {
    private static final double INDEXED_SIDE = 0.7;
    private static final double EQUAL = 0.9;
    private static final double SAMPLED = 0.4;

    private IndexedConditions() {}

    /** A comparison of an indexed column with a value; null where chance or the tables have none. */
    static SyntaxTree.@Nullable Node comparison(Expansion expansion, Request request) {
        Choices choices = expansion.choices();
        if (request.context().clause() != Clause.ROWS) {
            return null;
        }
        List<Relation> relations = request.context().scope().relations();
        List<Scope.Visible> columns = sampled(relations);
        if (columns.isEmpty() || !choices.chance(SAMPLED)) {
            columns = choices.below(100) < expansion.size("indexed", 0) ? indexed(relations) : List.of();
        }
        if (columns.isEmpty()) {
            return null;
        }
        Scope.Visible column = choices.pick(columns);
        String value = expansion.lexicon().values().near(column.column(), choices);
        return equation(expansion, request, column, expansion.lexicon().constant(value), false);
    }

    /** Columns of which values are known. */
    private static List<Scope.Visible> sampled(List<Relation> relations) {
        List<Scope.Visible> columns = new ArrayList<>();
        for (Relation relation : relations) {
            for (Column column : relation.columns()) {
                if (!column.samples().isEmpty()) {
                    columns.add(new Scope.Visible(relation.alias(), column));
                }
            }
        }
        return columns;
    }

    /**
     * An equation of a column of the last table with one before it; null where the tables have none, or chance, unless it is
     * {@code wanted}.
     */
    static SyntaxTree.@Nullable Node join(Expansion expansion, Request request, boolean wanted) {
        Choices choices = expansion.choices();
        List<Relation> relations = request.context().scope().relations();
        if (relations.size() < 2 || !wanted && choices.below(100) >= expansion.size("equijoins", 0)) {
            return null;
        }
        Relation last = relations.get(relations.size() - 1);
        List<Scope.Visible> columns = indexed(List.of(last));
        if (columns.isEmpty() || !choices.chance(INDEXED_SIDE)) {
            columns = all(last);
        }
        if (columns.isEmpty()) {
            return null;
        }
        Scope.Visible column = choices.pick(columns);
        Relation other = relations.get(choices.below(relations.size() - 1));
        Type type = Type.of(column.column().type());
        List<Scope.Visible> partners = all(other).stream()
                .filter(visible -> Type.of(visible.column().type()) == type)
                .toList();
        if (partners.isEmpty() || !type.isComparable()) {
            return null;
        }
        SyntaxTree.Node partner = expansion
                .lexicon()
                .leaf(expansion.rule("columnRef"), choices.pick(partners).sql());
        boolean equal = choices.chance(EQUAL);
        SyntaxTree.Node equation = equation(expansion, request, column, partner, equal);
        if (equal && equation != null) {
            last.match();
        }
        return equation;
    }

    private static List<Scope.Visible> all(Relation relation) {
        List<Scope.Visible> columns = new ArrayList<>();
        for (Column column : relation.columns()) {
            columns.add(new Scope.Visible(relation.alias(), column));
        }
        return columns;
    }

    /** The first columns of plain indexes. */
    private static List<Scope.Visible> indexed(List<Relation> relations) {
        List<Scope.Visible> columns = new ArrayList<>();
        for (Relation relation : relations) {
            if (relation.table() == null) {
                continue;
            }
            for (Index index : relation.table().indexes()) {
                boolean ordered = index.kind() != Index.Kind.FULLTEXT && index.kind() != Index.Kind.SPATIAL;
                if (ordered && !index.columns().isEmpty()) {
                    relation.table()
                            .column(index.columns().get(0))
                            .ifPresent(column -> columns.add(new Scope.Visible(relation.alias(), column)));
                }
            }
        }
        return columns;
    }

    private static SyntaxTree.@Nullable Node equation(
            Expansion expansion, Request request, Scope.Visible column, SyntaxTree.Node value, boolean equal) {
        Request comparison = new Request(expansion.rule("booleanPrimary"), 0, request.context(), request.budget() - 1);
        Alternative alternative = null;
        for (Alternative one : comparison.rule().alternatives()) {
            if (Weights.names(one.body(), "comparisonOperator") && !one.mentions("quantifiedSubquery")) {
                alternative = one;
                break;
            }
        }
        if (alternative == null || alternative.precedence() < request.leastPrecedence()) {
            return null;
        }
        Wrapping wrapping = expansion.lexicon().wrapping();
        SyntaxTree.Node reference = expansion.lexicon().leaf(expansion.rule("columnRef"), column.sql());
        List<SyntaxTree> children = new ArrayList<>();
        for (Element.Symbol part : expansion.shape(comparison, alternative, Plan.FREE)) {
            SyntaxTree child =
                    switch (part.name()) {
                        case "booleanPrimary" -> wrapping.wrap(expansion.rule(part.name()), reference);
                        case "predicate" -> operand(expansion, value);
                        case "comparisonOperator" ->
                            equal
                                    ? expansion.lexicon().leaf(expansion.rule(part.name()), "=")
                                    : expansion.child(comparison, part, request.context());
                        default -> expansion.child(comparison, part, request.context());
                    };
            if (child == null) {
                return null;
            }
            children.add(child);
        }
        return new SyntaxTree.Node(comparison.rule(), children);
    }

    /** A column's reference, or a value, which is an expression that consists of a predicate. */
    private static SyntaxTree operand(Expansion expansion, SyntaxTree.Node value) {
        return value.is("columnRef")
                ? expansion.lexicon().wrapping().wrap(expansion.rule("predicate"), value)
                : ((SyntaxTree.Node) value.children().get(0)).children().get(0);
    }
}
