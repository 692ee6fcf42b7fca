package dev.mysqlsmith.oracle;

import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A statement that is one query and nothing else: no INTO, no locks. It is immutable; what changes it gives another.
 *
 * @param statement of the rule {@code statement}
 */
record QueryTree(SyntaxTree.Node statement) {
    private static final List<String> PATH =
            List.of("selectStatement", "query", "queryExpressionBody", "querySpecification");

    /** The query that a statement is; empty where it is none, or does more than to give rows. */
    static Optional<QueryTree> of(SyntaxTree.Node statement) {
        List<SyntaxTree.Node> selects = statement.children("selectStatement");
        boolean plain = selects.size() == 1
                && selects.get(0).children().size() == 1
                && selects.get(0).has("query")
                && statement.all("intoClause").isEmpty()
                && statement.all("lockingClause").isEmpty()
                && statement.all("selectOption").stream().noneMatch(option -> option.says("SQL_CALC_FOUND_ROWS"));
        return plain ? Optional.of(new QueryTree(statement)) : Optional.empty();
    }

    String sql() {
        return statement.sql();
    }

    /** The whole query. */
    SyntaxTree.Node query() {
        return node("query").orElseThrow();
    }

    /** The one SELECT that it is; empty for set operations, VALUES, TABLE and queries in parentheses. */
    Optional<SyntaxTree.Node> specification() {
        return node("querySpecification");
    }

    /** A clause of the one SELECT. */
    Optional<SyntaxTree.Node> clause(String rule) {
        return specification().flatMap(select -> select.child(rule));
    }

    /** The same with that child of the SELECT in the place of the one that it had of its rule. */
    QueryTree withClause(SyntaxTree.Node clause) {
        return change("querySpecification", select -> {
            for (int i = 0; i < select.children().size(); i++) {
                if (select.children().get(i) instanceof SyntaxTree.Node child && child.rule() == clause.rule()) {
                    return select.with(i, clause);
                }
            }
            throw new IllegalArgumentException("no " + clause.rule() + " in: " + select.sql());
        });
    }

    /** The SELECT, which has FROM, with no row. */
    QueryTree empty() {
        return withoutClauses("whereClause").change("querySpecification", select -> {
            List<SyntaxTree> children = new ArrayList<>(select.children());
            int from = children.indexOf(select.child("fromClause").orElseThrow());
            children.add(from + 1, Fragments.first("whereClause", "SELECT 1 FROM t WHERE FALSE"));
            return new SyntaxTree.Node(select.rule(), children);
        });
    }

    /** The SELECT without children of these rules. */
    QueryTree withoutClauses(String... rules) {
        return change("querySpecification", select -> without(select, rules));
    }

    /** The SELECT with each row once. */
    QueryTree distinct() {
        return change("querySpecification", select -> {
            List<SyntaxTree> children = new ArrayList<>(select.children());
            children.removeIf(child -> child instanceof SyntaxTree.Node option
                    && option.is("selectOption")
                    && (option.says("ALL") || Clauses.isDistinct(option)));
            children.add(select.has("optimizerHints") ? 2 : 1, Fragments.first("selectOption", "SELECT DISTINCT 1"));
            return new SyntaxTree.Node(select.rule(), children);
        });
    }

    /** Rows are compared as a multiset: the order of the whole query is of no use. */
    QueryTree unordered() {
        return change("query", query -> without(query, "orderByClause"));
    }

    /** The same with another node at the end of a path of indexes of children, from the statement on. */
    QueryTree with(List<Integer> path, SyntaxTree.Node other) {
        return new QueryTree(statement.with(path, other));
    }

    /** The path to the predicate of a clause of the one SELECT: WHERE or HAVING, by its rule. */
    Optional<List<Integer>> predicate(String clause) {
        if (clause(clause).isEmpty()) {
            return Optional.empty();
        }
        List<Integer> path = new ArrayList<>();
        SyntaxTree.Node node = statement;
        for (String next :
                Stream.concat(PATH.stream(), Stream.of(clause, "expression")).toList()) {
            SyntaxTree.Node inner = node.child(next).orElseThrow();
            path.add(node.children().indexOf(inner));
            node = inner;
        }
        return Optional.of(path);
    }

    /** What is at the end of a path of indexes of children, from the statement on. */
    SyntaxTree.Node at(List<Integer> path) {
        List<SyntaxTree.Node> nodes = along(path);
        return nodes.get(nodes.size() - 1);
    }

    /** The innermost SELECT around what is at the end of a path; the statement where that is in none. */
    SyntaxTree.Node selectAround(List<Integer> path) {
        return along(path).stream()
                .filter(node -> node.is("querySpecification"))
                .reduce((outer, inner) -> inner)
                .orElse(statement);
    }

    /** Whether what is at the end of a path is in no subquery and no derived table. */
    boolean isOutermost(List<Integer> path) {
        return along(path).stream().filter(node -> node.is("query")).count() == 1;
    }

    /** The nodes on a path, the statement first. */
    private List<SyntaxTree.Node> along(List<Integer> path) {
        List<SyntaxTree.Node> nodes = new ArrayList<>();
        SyntaxTree.Node node = statement;
        nodes.add(node);
        for (int index : path) {
            node = (SyntaxTree.Node) node.children().get(index);
            nodes.add(node);
        }
        return nodes;
    }

    private static SyntaxTree.Node without(SyntaxTree.Node node, String... rules) {
        List<SyntaxTree> kept = new ArrayList<>(node.children());
        for (String rule : rules) {
            kept.removeIf(child -> child instanceof SyntaxTree.Node inner && inner.is(rule));
        }
        return new SyntaxTree.Node(node.rule(), kept);
    }

    private Optional<SyntaxTree.Node> node(String rule) {
        Optional<SyntaxTree.Node> node = Optional.of(statement);
        for (String next : PATH) {
            node = node.filter(outer -> outer.children(next).size() == 1).flatMap(outer -> outer.child(next));
            if (next.equals(rule)) {
                return node;
            }
        }
        throw new IllegalArgumentException(rule);
    }

    private QueryTree change(String rule, UnaryOperator<SyntaxTree.Node> edit) {
        return new QueryTree(change(statement, 0, rule, edit));
    }

    private static SyntaxTree.Node change(
            SyntaxTree.Node node, int depth, String rule, UnaryOperator<SyntaxTree.Node> edit) {
        for (int i = 0; i < node.children().size(); i++) {
            if (node.children().get(i) instanceof SyntaxTree.Node child && child.is(PATH.get(depth))) {
                return node.with(i, child.is(rule) ? edit.apply(child) : change(child, depth + 1, rule, edit));
            }
        }
        throw new IllegalArgumentException("no " + rule + " in: " + node.sql());
    }
}
