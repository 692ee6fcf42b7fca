package dev.mysqlsmith.oracle;

import dev.mysqlsmith.execute.ComparisonRules;
import dev.mysqlsmith.grammar.Resources;
import dev.mysqlsmith.grammar.Rule;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.grammar.TreeSign;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Says from a statement's tree how its results on two right servers may be compared, or why they can't be: the list {@code
 * comparability.txt}, LIMIT, and ORDER BY.
 */
public final class Comparability {
    private static final String ANY_ROWS = "LIMIT without a total order";

    private static final Map<Rule, List<Line>> LINES = read();

    /** What kind of line it is, by its word in the list. */
    private enum Answer {
        NO,
        DOUBT,
        FLOATS,
        REPRESENTATIVE,
        ROWS
    }

    private record Line(TreeSign sign, Answer answer, String reason) {}

    /** What is known of a statement. */
    public sealed interface Verdict {
        /** Results are compared by these rules. */
        record By(ComparisonRules rules) implements Verdict {}

        /**
         * They say nothing.
         *
         * @param reason a short fixed text that is counted
         */
        record Not(String reason) implements Verdict {}

        /** Why a difference may be no fault, a short fixed text that is counted; empty where it is one. */
        default Optional<String> doubt() {
            if (this instanceof Not not) {
                return Optional.of(not.reason());
            }
            ComparisonRules rules = ((By) this).rules();
            String limited = rules.limit() == null ? null : ANY_ROWS;
            return Optional.ofNullable(rules.doubt() != null ? rules.doubt() : limited);
        }
    }

    private ComparisonRules rules = ComparisonRules.multiset();
    private boolean rows;

    private Comparability() {}

    /** How the results of {@code statement}, a tree of rule {@code statement}, are compared. */
    public static Verdict of(SyntaxTree.Node statement) {
        return new Comparability().judge(statement);
    }

    private Verdict judge(SyntaxTree.Node statement) {
        Deque<SyntaxTree.Node> open = new ArrayDeque<>(List.of(statement));
        while (!open.isEmpty()) {
            SyntaxTree.Node node = open.pop();
            for (Line line : LINES.getOrDefault(node.rule(), List.of())) {
                if (line.sign().isOn(node)) {
                    if (line.answer() == Answer.NO) {
                        return new Verdict.Not(line.reason());
                    }
                    apply(line);
                }
            }
            for (SyntaxTree child : node.children()) {
                if (child instanceof SyntaxTree.Node inner) {
                    open.push(inner);
                }
            }
        }
        outermost(statement);
        return new Verdict.By(rules);
    }

    private void apply(Line line) {
        switch (line.answer()) {
            case DOUBT -> rules = rules.withDoubt(line.reason());
            case FLOATS -> rules = rules.withFloatSums();
            case REPRESENTATIVE -> rules = rules.withAnyRepresentative();
            case ROWS -> rows = true;
            case NO -> throw new IllegalStateException("decided before");
        }
    }

    /** LIMIT of the whole query leaves out rows that are known in number; one inside it may change everything. */
    private void outermost(SyntaxTree.Node statement) {
        List<SyntaxTree.Node> selects = statement.children("selectStatement");
        if (selects.isEmpty()) {
            rules = rows ? rules : rules.withoutCounts().withDoubt("no query and no change of rows");
            rules = count(statement, "limitClause") > 0 ? rules.withDoubt("LIMIT in a subquery") : rules;
            return;
        }
        List<SyntaxTree.Node> queries = selects.get(0).children("query");
        SyntaxTree.Node query = queries.isEmpty() ? selects.get(0) : queries.get(0);
        List<SyntaxTree.Node> limits = query.children("limitClause");
        if (count(query, "limitClause") > limits.size()) {
            rules = rules.withDoubt("LIMIT in a subquery");
        }
        limits.forEach(limit -> rules = limited(limit));
        query.children("orderByClause").forEach(order -> rules = rules.withSort(sort(order)));
    }

    private ComparisonRules limited(SyntaxTree.Node limit) {
        List<SyntaxTree.Node> numbers = limit.children("limitNumber");
        boolean plain = numbers.size() == 1 && numbers.get(0).sql().matches("\\d{1,9}");
        return plain ? rules.withLimit(Long.parseLong(numbers.get(0).sql())) : rules.withDoubt(ANY_ROWS);
    }

    /** The columns that ORDER BY names, up to the first item that is neither a column nor a position. */
    private static List<ComparisonRules.SortColumn> sort(SyntaxTree.Node order) {
        List<ComparisonRules.SortColumn> columns = new ArrayList<>();
        for (SyntaxTree.Node item : order.children("orderByItem")) {
            String text = item.children("expression").get(0).sql();
            if (text.matches("\\d{1,4}")) {
                columns.add(new ComparisonRules.SortColumn(Integer.parseInt(text) - 1, ""));
            } else if (text.matches("\\w+")) {
                columns.add(new ComparisonRules.SortColumn(-1, text));
            } else {
                break;
            }
        }
        return columns;
    }

    private static int count(SyntaxTree.Node root, String rule) {
        int count = 0;
        Deque<SyntaxTree.Node> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            SyntaxTree.Node node = open.pop();
            count += node.is(rule) ? 1 : 0;
            for (SyntaxTree child : node.children()) {
                if (child instanceof SyntaxTree.Node inner) {
                    open.push(inner);
                }
            }
        }
        return count;
    }

    private static Map<Rule, List<Line>> read() {
        Map<Rule, List<Line>> lines = new HashMap<>();
        for (String text : Resources.lines(Comparability.class, "comparability.txt")) {
            String[] cells = text.split("\\s+", 3);
            Line line = new Line(TreeSign.read(cells[0]), Answer.valueOf(cells[1].toUpperCase(Locale.ROOT)), cells[2]);
            lines.computeIfAbsent(line.sign().rule(), rule -> new ArrayList<>()).add(line);
        }
        return lines;
    }
}
