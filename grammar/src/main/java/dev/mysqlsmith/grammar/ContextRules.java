package dev.mysqlsmith.grammar;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a server rejects as a syntax error though its grammar has it: things that must agree with one another, or stay in a
 * range. A check looks at one node.
 */
public final class ContextRules {
    /**
     * A rule that is broken.
     *
     * @param tokenIndex of the node's first token in the statement, from 0
     */
    record Breach(int tokenIndex, String message) {}

    private static final List<String> OPTIONS = List.of(
            "tableOption",
            "partitionKeyAlgorithm",
            "alterDatabaseOption",
            "currentDatabaseOption",
            "sourceOption",
            "masterOption");
    private static final List<String> ROUTINES =
            List.of("createProcedureStatement", "createFunctionStatement", "alterRoutineStatement");
    private static final List<String> PROGRAMS =
            List.of("createProcedureStatement", "createFunctionStatement", "createTriggerStatement");
    private static final List<String> NOT_IN_PROGRAMS = List.of("binlogStatement", "beginStatement");
    private static final List<String> WITHOUT_QUERIES =
            List.of("purgeLogsStatement", "handlerStatement", "installStatement");

    /** A check of a rule's nodes, for some versions. */
    private record Check(Gate gate, Function<SyntaxTree.Node, Optional<String>> of) {}

    private static final Map<Rule, List<Check>> CHECKS = checks();

    /** The checks that count for a version, by the index of the rule. */
    private static final Map<ServerVersion, Check[] @Nullable []> BY_VERSION = new ConcurrentHashMap<>();

    private ContextRules() {}

    private static Map<Rule, List<Check>> checks() {
        Map<Rule, List<Check>> checks = new IdentityHashMap<>();
        add(checks, "fieldDefinition", Gate.OPEN, ContextRules::collations);
        add(checks, "partitionClause", Gate.OPEN, PartitionRules::check);
        add(checks, "rangePartitionValues", Gate.OPEN, PartitionRules::checkRange);
        add(checks, "listPartitionValues", Gate.OPEN, PartitionRules::checkList);
        add(checks, "selectStatement", Gate.OPEN, ContextRules::locking);
        add(checks, "parenthesizedSelectInto", Gate.OPEN, ContextRules::locking);
        add(checks, "functionCall", Gate.OPEN, CallRules::check);
        add(checks, "joinedTable", Gate.OPEN, ContextRules::outerJoin);
        add(checks, "parenthesizedTableReferences", Gate.OPEN, ContextRules::aloneInParentheses);
        add(checks, "odbcOuterJoin", Gate.OPEN, ContextRules::aloneInBraces);
        add(checks, "bitExpression", Gate.OPEN, ContextRules::addedSum);
        add(checks, "hintedVariableValue", Gate.OPEN, ContextRules::emptyText);
        add(checks, "bodyStatement", Gate.OPEN, ContextRules::body);
        ROUTINES.forEach(routine -> add(checks, routine, Gate.OPEN, ContextRules::language));
        PROGRAMS.forEach(program -> add(checks, program, Gate.OPEN, ProgramVariables::check));
        add(checks, "grantStatement", Gate.OPEN, ContextRules::columnsOfRoutine);
        add(checks, "revokeStatement", Gate.OPEN, ContextRules::columnsOfRoutine);
        OPTIONS.forEach(option -> add(checks, option, Gate.OPEN, OptionRanges::check));
        WITHOUT_QUERIES.forEach(statement -> add(checks, statement, Gate.OPEN, ContextRules::queries));
        FormerRules.checks().forEach((rule, check) -> add(checks, rule, FormerRules.BEFORE_8, check));
        FormerRules.laterChecks().forEach((rule, check) -> add(checks, rule, FormerRules.BEFORE_8_0_22, check));
        return checks;
    }

    private static Check[] @Nullable [] of(ServerVersion version) {
        return BY_VERSION.computeIfAbsent(version, ContextRules::byRule);
    }

    private static Check[] @Nullable [] byRule(ServerVersion version) {
        int rules = GrammarModel.mysql().rules().stream()
                .mapToInt(Rule::index)
                .max()
                .orElse(0);
        Check[] @Nullable [] byRule = new Check[rules + 1][];
        CHECKS.forEach((rule, checks) -> {
            Check[] own = checks.stream()
                    .filter(check -> check.gate().admits(version))
                    .toArray(Check[]::new);
            byRule[rule.index()] = own.length == 0 ? null : own;
        });
        return byRule;
    }

    private static void add(
            Map<Rule, List<Check>> checks, String rule, Gate gate, Function<SyntaxTree.Node, Optional<String>> check) {
        checks.computeIfAbsent(GrammarModel.mysql().rule(rule), key -> new ArrayList<>())
                .add(new Check(gate, check));
    }

    /** Whether no such rule is broken in the statement. */
    public static boolean holdFor(SyntaxTree.Node statement, ServerVersion version) {
        Check[] @Nullable [] byRule = of(version);
        SyntaxTree[] open = new SyntaxTree[64];
        open[0] = statement;
        int count = 1;
        while (count > 0) {
            SyntaxTree.Node node = (SyntaxTree.Node) open[--count];
            if (messageOf(node, byRule).isPresent()) {
                return false;
            }
            List<SyntaxTree> children = node.children();
            if (count + children.size() > open.length) {
                open = Arrays.copyOf(open, 2 * (count + children.size()));
            }
            for (int i = 0; i < children.size(); i++) {
                if (children.get(i) instanceof SyntaxTree.Node inner) {
                    open[count++] = inner;
                }
            }
        }
        return true;
    }

    /** The first breach, in the order of nodes. */
    static Optional<Breach> firstBreach(SyntaxTree.Node statement, ServerVersion version) {
        Check[] @Nullable [] byRule = of(version);
        Deque<SyntaxTree> open = new ArrayDeque<>();
        open.push(statement);
        int token = 0;
        while (!open.isEmpty()) {
            if (!(open.pop() instanceof SyntaxTree.Node node)) {
                token++;
                continue;
            }
            Optional<String> message = messageOf(node, byRule);
            if (message.isPresent()) {
                return Optional.of(new Breach(token, message.get()));
            }
            for (int i = node.children().size() - 1; i >= 0; i--) {
                open.push(node.children().get(i));
            }
        }
        return Optional.empty();
    }

    /** Whether there are such rules about nodes of that rule. */
    static boolean concern(Rule rule) {
        return CHECKS.containsKey(rule);
    }

    /** Whether the node itself breaks such a rule, its children aside. */
    static boolean isBroken(SyntaxTree.Node node, ServerVersion version) {
        return messageOf(node, of(version)).isPresent();
    }

    private static Optional<String> messageOf(SyntaxTree.Node node, Check[] @Nullable [] byRule) {
        Check[] checks = byRule[node.rule().index()];
        if (checks != null) {
            for (Check check : checks) {
                Optional<String> message = check.of().apply(node);
                if (message.isPresent()) {
                    return message;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> collations(SyntaxTree.Node field) {
        long count = field.children().stream()
                .filter(SyntaxTree.Node.class::isInstance)
                .flatMap(child -> ((SyntaxTree.Node) child).children().stream())
                .filter(child -> child instanceof SyntaxTree.Node node && node.is("collateAttribute"))
                .count();
        return count > 1 ? Optional.of("a column has at most one COLLATE, here are " + count) : Optional.empty();
    }

    /** Rows are locked before INTO or behind it. */
    private static Optional<String> locking(SyntaxTree.Node select) {
        boolean behind = select.has("lockingClauses");
        boolean before = select.children("query").stream().anyMatch(query -> query.has("lockingClauses"));
        return behind && before ? Optional.of("rows are locked before INTO and behind it") : Optional.empty();
    }

    /** The grammar leaves out what the first condition behind several joins belongs to: to the last one, as in servers. */
    private static Optional<String> outerJoin(SyntaxTree.Node join) {
        boolean outer = join.children().get(0) instanceof SyntaxTree.Token first
                && (first.type() == MySqlLexer.LEFT || first.type() == MySqlLexer.RIGHT);
        return outer && !join.has("joinCondition")
                ? Optional.of("an outer join has no condition, expected ON or USING")
                : Optional.empty();
    }

    private static Optional<String> aloneInParentheses(SyntaxTree.Node parentheses) {
        List<SyntaxTree.Node> references = parentheses.children("tableReference");
        SyntaxTree.Node first = references.get(0);
        boolean table = first.children("tableFactor").stream()
                .anyMatch(factor -> factor.has("singleTable") || factor.has("parenthesizedTableReferences"));
        return references.size() > 1 || first.has("joinedTable") || table
                ? Optional.empty()
                : Optional.of("only a table's name stands in parentheses alone");
    }

    private static Optional<String> aloneInBraces(SyntaxTree.Node braces) {
        SyntaxTree.Node only = braces.children("tableReference").get(0);
        return only.has("odbcOuterJoin") && !only.has("joinedTable")
                ? Optional.of("{OJ ..} does not stand in {OJ ..} alone")
                : Optional.empty();
    }

    /** Behind + or - an interval is the operand itself: servers do not look for the + of a sum behind it. */
    private static Optional<String> addedSum(SyntaxTree.Node expression) {
        if (expression.children().size() != 3) {
            return Optional.empty();
        }
        SyntaxTree first = expression.children().get(2);
        while (first instanceof SyntaxTree.Node node && !node.is("intervalSum")) {
            first = node.children().get(0);
        }
        return first instanceof SyntaxTree.Node && expression.has("multiplicativeExpression")
                ? Optional.of("what follows the interval can't be added to it")
                : Optional.empty();
    }

    private static Optional<String> columnsOfRoutine(SyntaxTree.Node statement) {
        boolean columns = statement.children("privileges").stream()
                .flatMap(all -> all.children("privilege").stream())
                .anyMatch(privilege -> privilege.has("privilegeColumns"));
        boolean routine = statement.children("privilegeLevel").stream()
                .anyMatch(level -> level.has("routineRef") || level.has("libraryRef"));
        return columns && routine ? Optional.of("only tables have columns to give a privilege on") : Optional.empty();
    }

    private static Optional<String> emptyText(SyntaxTree.Node value) {
        return value.sql().equals("''") || value.sql().equals("\"\"")
                ? Optional.of("a hint can't set a variable to the empty text")
                : Optional.empty();
    }

    /** The last LANGUAGE says whether the body is SQL or a text; libraries are named once. */
    private static Optional<String> language(SyntaxTree.Node routine) {
        boolean foreign = false;
        int uses = 0;
        for (SyntaxTree child : routine.children()) {
            if (child instanceof SyntaxTree.Node node && node.rule().name().endsWith("outineCharacteristic")) {
                String text = node.sql().toUpperCase(Locale.ROOT);
                foreign = text.startsWith("LANGUAGE") ? !text.endsWith(" SQL") : foreign;
                uses += text.startsWith("USING") ? 1 : 0;
            }
        }
        if (uses > 1) {
            return Optional.of("USING stands " + uses + " times, expected once");
        }
        boolean isText = foreign;
        return routine.children("routineBody").stream()
                .filter(body -> isText != body.has("foreignText"))
                .findFirst()
                .map(body ->
                        isText ? "a body in that LANGUAGE is a text behind AS" : "a text behind AS wants a LANGUAGE");
    }

    private static Optional<String> body(SyntaxTree.Node body) {
        for (SyntaxTree.Node statement : body.children("statement")) {
            for (String rule : NOT_IN_PROGRAMS) {
                if (statement.has(rule)) {
                    return Optional.of("this statement can't stand in a stored program");
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> queries(SyntaxTree.Node statement) {
        Deque<SyntaxTree> open = new ArrayDeque<>(statement.children());
        while (!open.isEmpty()) {
            if (open.pop() instanceof SyntaxTree.Node node) {
                if (node.is("query")) {
                    return Optional.of("no subquery can stand in this statement");
                }
                open.addAll(node.children());
            }
        }
        return Optional.empty();
    }
}
