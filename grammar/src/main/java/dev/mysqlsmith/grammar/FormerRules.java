package dev.mysqlsmith.grammar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What MySQL 5.7 does not take, queries most of all: parentheses held one SELECT then, a set operation could begin with one
 * only where a query of its own stood, and a SELECT without FROM had nothing that looks at rows.
 */
final class FormerRules {
    static final Gate BEFORE_8 = Gate.parse("..8.0.1");
    static final Gate BEFORE_8_0_22 = Gate.parse("..8.0.22");

    private static final List<String> INNER = List.of(
            "derivedTable",
            "commonTableExpression",
            "scalarSubquery",
            "inSubquery",
            "existsSubquery",
            "quantifiedSubquery",
            "insertSource",
            "replaceSource",
            "createTableQuery",
            "createViewStatement",
            "alterViewStatement");

    private FormerRules() {}

    static Map<String, Function<SyntaxTree.Node, Optional<String>>> checks() {
        return Map.ofEntries(
                Map.entry("selectStatement", select -> analysed(select).or(() -> lockedInto(select))),
                Map.entry("parenthesizedQuery", FormerRules::parenthesized),
                Map.entry("querySpecification", FormerRules::withoutFrom),
                Map.entry("tableReference", FormerRules::odbcJoin),
                Map.entry("joinedTable", FormerRules::odbcOperand),
                Map.entry("scalarSubquery", FormerRules::subquery),
                Map.entry("inSubquery", FormerRules::subquery),
                Map.entry("quantifiedSubquery", FormerRules::subquery),
                Map.entry("existsSubquery", FormerRules::uncached),
                Map.entry("fieldDefinition", FormerRules::generatedColumn),
                Map.entry("insertSource", FormerRules::source),
                Map.entry("replaceSource", FormerRules::source),
                Map.entry("createTableQuery", FormerRules::source));
    }

    /** What 8.0 did not take either until it read parentheses as today. */
    static Map<String, Function<SyntaxTree.Node, Optional<String>>> laterChecks() {
        Map<String, Function<SyntaxTree.Node, Optional<String>>> checks = new HashMap<>();
        checks.put("query", FormerRules::lockedBehindParenthesis);
        checks.put("selectStatement", FormerRules::into);
        checks.put("parenthesizedSelectInto", FormerRules::into);
        INNER.forEach(rule -> checks.put(rule, FormerRules::inner));
        return checks;
    }

    private static Optional<String> analysed(SyntaxTree.Node select) {
        if (!select.has("procedureAnalyse")) {
            return Optional.empty();
        }
        SyntaxTree.Node query = query(select);
        SyntaxTree.Node last = last(query);
        boolean rows = last.is("querySpecification") && last.has("fromClause") && !query.has("lockingClauses");
        return rows ? Optional.empty() : Optional.of("PROCEDURE ANALYSE stands behind a FROM, before FOR UPDATE");
    }

    private static Optional<String> into(SyntaxTree.Node select) {
        if (!select.has("intoClause")) {
            return Optional.empty();
        }
        SyntaxTree.Node query = query(select);
        return last(query).is("querySpecification") && !hasInto(query)
                ? Optional.empty()
                : Optional.of("before 8.0.22 INTO stands once, and not behind a parenthesis");
    }

    private static Optional<String> lockedInto(SyntaxTree.Node select) {
        boolean into = select.has("intoClause");
        boolean locked = query(select).has("lockingClauses");
        return into && locked ? Optional.of("before 8.0 INTO does not stand behind FOR UPDATE") : Optional.empty();
    }

    private static Optional<String> lockedBehindParenthesis(SyntaxTree.Node query) {
        boolean locked = query.has("lockingClauses");
        return locked && last(query).is("parenthesizedQuery")
                ? Optional.of("before 8.0.22 rows are locked inside the parentheses")
                : Optional.empty();
    }

    private static Optional<String> parenthesized(SyntaxTree.Node parenthesis) {
        SyntaxTree.Node query = query(parenthesis);
        SyntaxTree.Node first = first(query);
        boolean single = first == last(query);
        boolean bare = query.children().size() == 1;
        return single && (first.is("querySpecification") || bare)
                ? Optional.empty()
                : Optional.of("before 8.0 parentheses hold one SELECT");
    }

    private static Optional<String> withoutFrom(SyntaxTree.Node select) {
        boolean from = select.has("fromClause");
        for (String clause : List.of("whereClause", "groupByClause", "havingClause")) {
            if (!from && select.has(clause)) {
                return Optional.of("before 8.0 a SELECT without FROM has no WHERE, GROUP BY or HAVING");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> odbcJoin(SyntaxTree.Node reference) {
        boolean joined = reference.has("joinedTable");
        return joined && reference.has("odbcOuterJoin")
                ? Optional.of("before 8.0 nothing is joined to {OJ ..}")
                : Optional.empty();
    }

    private static Optional<String> odbcOperand(SyntaxTree.Node joined) {
        return joined.children("tableReference").stream()
                .filter(reference -> reference.has("odbcOuterJoin"))
                .findFirst()
                .map(reference -> "before 8.0 {OJ ..} is joined to nothing");
    }

    /** In an expression: parentheses around a first arm would be the expression's. */
    private static Optional<String> subquery(SyntaxTree.Node parent) {
        SyntaxTree.Node query = query(parent);
        boolean onlyParentheses =
                first(query) == last(query) && query.children().size() == 1;
        return first(query).is("parenthesizedQuery") && !onlyParentheses
                ? Optional.of("before 8.0 a subquery in an expression does not begin with a parenthesis")
                : uncached(parent);
    }

    private static Optional<String> generatedColumn(SyntaxTree.Node field) {
        boolean generated = field.has("generatedColumn");
        return field.children("columnAttribute").stream()
                .map(SyntaxTree::sql)
                .filter(attribute -> generated && !attribute.matches("(NOT )?NULL|(UNIQUE|PRIMARY|KEY|COMMENT)\\b.*"))
                .findFirst()
                .map(attribute -> "before 8.0 a generated column has no " + attribute);
    }

    private static Optional<String> uncached(SyntaxTree.Node parent) {
        boolean cached = primaries(query(parent)).stream()
                .flatMap(primary -> primary.children("selectOption").stream())
                .anyMatch(option -> option.sql().endsWith("_CACHE"));
        return cached ? Optional.of("SQL_CACHE and SQL_NO_CACHE are for the outermost SELECT") : Optional.empty();
    }

    /** What an INSERT or CREATE TABLE takes its rows from: in one pair of parentheses at most. */
    private static Optional<String> source(SyntaxTree.Node parent) {
        boolean twice = parent.children("query").stream()
                .flatMap(query -> primaries(query).stream())
                .filter(primary -> primary.is("parenthesizedQuery"))
                .limit(1)
                .anyMatch(primary -> first(query(primary)).is("parenthesizedQuery"));
        return twice ? Optional.of("before 8.0 parentheses hold one SELECT here") : Optional.empty();
    }

    private static Optional<String> inner(SyntaxTree.Node parent) {
        return parent.children("query").stream()
                .filter(FormerRules::hasInto)
                .findFirst()
                .map(query -> "INTO can't stand in a query inside another statement");
    }

    private static boolean hasInto(SyntaxTree.Node query) {
        return primaries(query).stream()
                .anyMatch(primary ->
                        primary.is("parenthesizedQuery") ? hasInto(query(primary)) : primary.has("intoClause"));
    }

    private static SyntaxTree.Node query(SyntaxTree.Node parent) {
        return parent.children("query").get(0);
    }

    private static SyntaxTree.Node first(SyntaxTree.Node query) {
        return primaries(query).get(0);
    }

    private static SyntaxTree.Node last(SyntaxTree.Node query) {
        List<SyntaxTree.Node> primaries = primaries(query);
        return primaries.get(primaries.size() - 1);
    }

    /** The arms of the query's set operations, from left to right; of a query without any its one primary. */
    private static List<SyntaxTree.Node> primaries(SyntaxTree.Node query) {
        List<SyntaxTree.Node> found = new ArrayList<>();
        collect(query.children("queryExpressionBody").get(0), found);
        return found;
    }

    private static void collect(SyntaxTree.Node body, List<SyntaxTree.Node> found) {
        List<SyntaxTree.Node> arms = body.children("queryExpressionBody");
        if (arms.isEmpty()) {
            found.add((SyntaxTree.Node) body.children().get(0));
        }
        arms.forEach(arm -> collect(arm, found));
    }
}
