package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Alternative;
import dev.mysqlsmith.grammar.Element;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.schema.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The statements of a stored program's body. */
final class BodyBinders {
    private static final Set<String> NESTING = Set.of(
            "compoundStatement", "ifStatement", "caseStatement", "loopStatement", "repeatStatement", "whileStatement");
    private static final int FREE_INTO = 80001;
    private static final double INTO = 0.6;
    private static final double USER_VARIABLE = 0.2;
    private static final double LITERAL = 0.4;
    private static final int EXPRESSION_BUDGET = 24;

    private final ProgramRules rules;

    BodyBinders(ProgramRules rules) {
        this.rules = rules;
    }

    /** One statement. */
    SyntaxTree.@Nullable Node bodyStatement(Expansion expansion, Request request) {
        ProgramDraft program = expansion.draft().program();
        if (program == null) {
            return null;
        }
        boolean more = program.mayGrow();
        Request roomy = request.within(Expansion.QUERY_BUDGET);
        program.enter();
        SyntaxTree.Node node = expansion.attempt(
                roomy,
                alternative -> weight(alternative, program, more),
                alternative -> alternative.mentions("statement")
                        ? statement(expansion, roomy, alternative, program)
                        : expansion.build(roomy, alternative, Plan.FREE));
        program.leave();
        return node != null ? node : nothing(expansion, request);
    }

    private static double weight(Alternative alternative, ProgramDraft program, boolean more) {
        if (alternative.mentions("statement")) {
            return 1;
        }
        if (alternative.mentions("returnStatement")) {
            return program.kind() == ProgramKind.FUNCTION && !program.isOutermost() ? 1 : 0;
        }
        if (alternative.mentions("leaveStatement")) {
            return program.labels().isEmpty() || program.inHandler() ? 0 : 1;
        }
        if (alternative.mentions("iterateStatement")) {
            return !program.inHandler() && program.labels().stream().anyMatch(ProgramDraft.Label::loop) ? 1 : 0;
        }
        return more && program.mayNest() && NESTING.stream().anyMatch(alternative::mentions) ? 1 : 0;
    }

    /** A statement that could also stand outside; what it changes is its own. */
    private SyntaxTree.@Nullable Node statement(
            Expansion expansion, Request request, Alternative body, ProgramDraft program) {
        String target = expansion.draft().target();
        expansion.draft().changes(null);
        Request inner = new Request(expansion.rule("statement"), 0, request.context(), request.budget());
        SyntaxTree.Node statement = expansion.attempt(
                inner,
                alternative -> rules.weight(program.kind(), alternative)
                        / expansion.weights().of(alternative),
                alternative -> expansion.build(inner, alternative, Plan.FREE));
        String changed = expansion.draft().target();
        if (changed != null) {
            program.written().add(changed);
        }
        expansion.draft().changes(target);
        return statement == null
                ? null
                : Filling.of(expansion, request, body, Plan.FREE)
                        .put("statement", statement)
                        .make();
    }

    /** BEGIN END. */
    static SyntaxTree.Node nothing(Expansion expansion, Request request) {
        Request block = new Request(expansion.rule("compoundStatement"), 0, request.context(), 0);
        Plan plan = new Plan().rounds("declaration", 0).omit("bodyStatements");
        return wrapped(expansion, Filling.of(expansion, block, plan).made());
    }

    /** A body statement that is just {@code node}. */
    static SyntaxTree.Node wrapped(Expansion expansion, SyntaxTree node) {
        return new SyntaxTree.Node(expansion.rule("bodyStatement"), List.of(node));
    }

    /** Some statements, after those that are given. */
    static SyntaxTree.Node list(Expansion expansion, Context context, List<SyntaxTree> given, int more) {
        Request request = new Request(expansion.rule("bodyStatements"), 0, context, Expansion.QUERY_BUDGET);
        List<SyntaxTree> all = new ArrayList<>(given);
        for (int i = 0; i < more || all.isEmpty(); i++) {
            SyntaxTree.Node next =
                    expansion.expand(new Request(expansion.rule("bodyStatement"), 0, context, Expansion.QUERY_BUDGET));
            all.add(next == null ? nothing(expansion, request) : next);
        }
        return Filling.of(expansion, request, new Plan().rounds("bodyStatement", all.size()))
                .put("bodyStatement", all)
                .made();
    }

    /** Some statements. */
    static SyntaxTree.@Nullable Node bodyStatements(Expansion expansion, Request request) {
        return list(expansion, request.context(), List.of(), expansion.choices().between(1, 2));
    }

    /** A query; in a program that gives no rows to anyone it puts one into variables. */
    static SyntaxTree.@Nullable Node select(Expansion expansion, Request request) {
        ProgramDraft program = expansion.draft().program();
        if (program == null
                || program.kind().mayAnswer() && !expansion.choices().chance(INTO)) {
            return expansion.plain(request);
        }
        if (!program.mayRead()) {
            return null;
        }
        List<Type> types = new ArrayList<>();
        List<SyntaxTree> targets = new ArrayList<>();
        int count = expansion.choices().between(1, 3);
        for (int i = 0; i < count; i++) {
            addTarget(expansion, program.variables(), types, targets);
        }
        SyntaxTree.Node into = expansion.attempt(
                new Request(expansion.rule("intoClause"), 0, request.context(), request.budget() - 1),
                alternative -> alternative.mentions("intoVariable") ? 1 : 0,
                alternative -> Filling.of(
                                expansion,
                                new Request(alternative.rule(), 0, request.context(), request.budget() - 1),
                                alternative,
                                new Plan().rounds("intoVariable", targets.size() - 1))
                        .put("intoVariable", targets)
                        .make());
        Context context = request.context().doing(QueryTask.of(types, QueryTask.Rows.ONE));
        boolean anywhere = expansion.world().version().number() >= FREE_INTO;
        Plan plan = new Plan().include("intoClause").omit("lockingClauses").omit("procedureAnalyse");
        return into == null
                ? null
                : Filling.of(
                                expansion,
                                request.with(context),
                                request.rule().alternatives().get(0),
                                plan)
                        .put("intoClause", into)
                        .make(node -> anywhere || takesIntoBehind(node));
    }

    /** Behind LIMIT, versions before 8.0 have INTO only where one SELECT has FROM. */
    private static boolean takesIntoBehind(SyntaxTree.Node select) {
        SyntaxTree.Node body =
                select.children("query").get(0).children("queryExpressionBody").get(0);
        return body.children("querySpecification").stream().anyMatch(one -> one.has("fromClause"));
    }

    private static void addTarget(
            Expansion expansion, List<Column> variables, List<Type> types, List<SyntaxTree> targets) {
        boolean user = variables.isEmpty() || expansion.choices().chance(USER_VARIABLE);
        Column column = user ? null : expansion.choices().pick(variables);
        types.add(column == null ? Kinds.comparable(expansion.choices()) : Type.of(column.type()));
        String name = column == null ? "@v" + expansion.choices().between(1, 3) : column.name();
        targets.add(expansion.lexicon().leaf(expansion.rule("intoVariable"), name));
    }

    /** SET of a variable of the program, of a new row's column, or of a user variable. */
    static SyntaxTree.@Nullable Node assignment(Expansion expansion, Request request, ProgramDraft program) {
        List<Column> variables = program.variables();
        List<Column> row = program.rowColumns();
        if (variables.isEmpty() && row.isEmpty() || expansion.choices().chance(USER_VARIABLE)) {
            return expansion.attempt(
                    request,
                    alternative -> alternative.mentions("userVariable") ? 1 : 0,
                    alternative -> expansion.build(
                            request.within(EXPRESSION_BUDGET)
                                    .with(request.context().expecting(Kinds.comparable(expansion.choices()))),
                            alternative,
                            Plan.FREE));
        }
        boolean inRow =
                variables.isEmpty() || !row.isEmpty() && expansion.choices().chance(0.6);
        Column column = expansion.choices().pick(inRow ? row : variables);
        String name = inRow ? "NEW." + column.name() : column.name();
        return assign(expansion, request.context(), name, value(expansion, request.context(), column));
    }

    /** A value that a variable or column takes. */
    static SyntaxTree value(Expansion expansion, Context context, Column column) {
        SyntaxTree.Node value = !column.nullable() || expansion.choices().chance(LITERAL)
                ? null
                : expansion.expand(new Request(
                        expansion.rule("expression"), 0, context.expecting(Type.of(column.type())), EXPRESSION_BUDGET));
        return value != null
                ? value
                : expansion
                        .lexicon()
                        .leaf(
                                expansion.rule("expression"),
                                expansion.lexicon().values().value(column.type(), expansion.choices()));
    }

    /** NAME = value, as SET has it. */
    static SyntaxTree.Node assign(Expansion expansion, Context context, String name, SyntaxTree value) {
        Request request = new Request(expansion.rule("setAssignment"), 0, context, 0);
        Alternative plain = request.rule().alternatives().stream()
                .filter(alternative -> alternative.body().elements().get(0) instanceof Element.Symbol first
                        && first.name().equals("setVariableName"))
                .findFirst()
                .orElseThrow();
        Request setValue = new Request(expansion.rule("setValue"), 0, context, 0);
        return Filling.of(expansion, request, plain, Plan.FREE)
                .leaf("setVariableName", name)
                .put(
                        "setValue",
                        Filling.of(
                                        expansion,
                                        setValue,
                                        setValue.rule().alternatives().get(0),
                                        Plan.FREE)
                                .put("expression", value)
                                .made())
                .made();
    }

    /** SET of one variable to an expression of that text. */
    static SyntaxTree.Node set(Expansion expansion, Context context, String name, String expression) {
        SyntaxTree.Node assignment =
                assign(expansion, context, name, expansion.lexicon().expression(expression));
        SyntaxTree.Node set = Filling.of(
                        expansion,
                        new Request(expansion.rule("setStatement"), 0, context, 0),
                        new Plan().rounds("setAssignment", 0))
                .put("setAssignment", assignment)
                .made();
        return wrapped(expansion, new SyntaxTree.Node(expansion.rule("statement"), List.of(set)));
    }
}
