package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Alternative;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.schema.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the declarations of one BEGIN .. END. */
final class DeclarationMaker {
    private static final double DEFAULT = 0.6;
    private static final double CONDITION = 0.15;
    private static final double RESIGNAL = 0.3;
    private static final String ANY_ERROR = "SQLEXCEPTION";

    private final Expansion expansion;
    private final ProgramDraft program;
    private Context context;
    private String condition = "";

    DeclarationMaker(Expansion expansion, Context context, ProgramDraft program) {
        this.expansion = expansion;
        this.context = context;
        this.program = program;
    }

    /** From here on the variables of the block are in reach. */
    void in(Context inner) {
        context = inner;
    }

    /** A cursor and the variables that its rows go into. */
    record Cursor(String name, List<Column> variables, SyntaxTree declaration) {
        /** OPEN or CLOSE. */
        SyntaxTree statement(Expansion expansion, Context context, String rule) {
            Request request = new Request(expansion.rule(rule), 0, context, 0);
            return BodyBinders.wrapped(
                    expansion,
                    Filling.of(expansion, request, Plan.FREE)
                            .leaf("cursorRef", name)
                            .made());
        }

        /** FETCH. */
        SyntaxTree fetch(Expansion expansion, Context context) {
            Request request = new Request(expansion.rule("fetchStatement"), 0, context, 0);
            List<SyntaxTree> targets = new ArrayList<>();
            for (Column variable : variables) {
                targets.add(expansion.lexicon().leaf(expansion.rule("localVariableRef"), variable.name()));
            }
            return BodyBinders.wrapped(
                    expansion,
                    Filling.of(expansion, request, new Plan().rounds("localVariableRef", targets.size() - 1))
                            .leaf("cursorRef", name)
                            .put("localVariableRef", targets)
                            .made());
        }
    }

    /** A variable of a type of its own. */
    SyntaxTree variable() {
        Values.Declared declared = ProgramTypes.pick(expansion);
        Column column = new Column(program.fresh("l"), declared.type(), true, false, false, true);
        program.blocks().element().variables().add(column);
        boolean hasDefault = expansion.choices().chance(DEFAULT);
        String value = expansion.lexicon().values().value(declared.type(), expansion.choices());
        return variable(column.name(), declared.sql(), hasDefault ? value : "");
    }

    private SyntaxTree variable(String name, String type, String value) {
        Plan plan = new Plan()
                .rounds("newVariableName", 0)
                .omit("collateAttribute")
                .include("expression", !value.isEmpty());
        Filling filling =
                filling("newVariableName", plan).leaf("newVariableName", name).leaf("dataType", type);
        return (value.isEmpty() ? filling : filling.leaf("expression", value)).made();
    }

    /** What the loops of the block have counted their rounds in. */
    List<SyntaxTree> counters() {
        List<SyntaxTree> all = new ArrayList<>();
        for (String counter : program.blocks().element().counters()) {
            all.add(variable(counter, "INT", "0"));
        }
        return all;
    }

    /** A cursor over a query whose columns fit some of {@code variables}. */
    Optional<Cursor> cursor(List<Column> variables) {
        if (variables.isEmpty()) {
            return Optional.empty();
        }
        List<Column> targets = variables.subList(0, expansion.choices().between(1, variables.size()));
        QueryTask task = QueryTask.of(
                targets.stream().map(column -> Type.of(column.type())).toList(), QueryTask.Rows.ANY);
        Request select = new Request(expansion.rule("selectStatement"), 0, context.doing(task), Expansion.QUERY_BUDGET);
        Plan plan = new Plan().omit("intoClause").omit("procedureAnalyse");
        SyntaxTree.Node query = Filling.of(
                        expansion, select, select.rule().alternatives().get(0), plan)
                .make();
        if (query == null) {
            return Optional.empty();
        }
        String name = program.fresh("u");
        SyntaxTree declaration = filling("CURSOR", Plan.FREE)
                .leaf("newCursorName", name)
                .put("selectStatement", query)
                .made();
        return Optional.of(new Cursor(name, targets, declaration));
    }

    /** Handlers, after the conditions that they name; NOT FOUND must have one where a cursor comes to its end. */
    List<SyntaxTree> handlers(boolean cursor) {
        List<SyntaxTree> all = new ArrayList<>();
        if (cursor || expansion.choices().chance(0.2)) {
            all.add(handler(expansion.choices().chance(0.7) ? "NOT FOUND" : "SQLSTATE '02000'"));
        }
        if (program.blocks().element().isCatching()) {
            all.add(handler(ANY_ERROR));
        }
        if (!condition.isEmpty()) {
            all.add(handler(condition));
        } else if (expansion.choices().chance(CONDITION)) {
            all.add(handler(expansion.lexicon().values().constant("condition", expansion.choices())));
        }
        return all;
    }

    /** A name for an error, perhaps; it will have a handler. */
    void condition() {
        if (expansion.choices().chance(CONDITION)) {
            condition = program.fresh("e");
            program.blocks().element().conditions().add(condition);
        }
    }

    /** The names for errors. */
    List<SyntaxTree> conditions() {
        return condition.isEmpty()
                ? List.of()
                : List.of(filling("CONDITION", Plan.FREE)
                        .leaf("newConditionName", condition)
                        .leaf("conditionValue", expansion.lexicon().values().constant("error", expansion.choices()))
                        .made());
    }

    private SyntaxTree handler(String condition) {
        boolean function = program.kind() == ProgramKind.FUNCTION;
        boolean exit = function || expansion.choices().chance(0.3);
        Request body = new Request(expansion.rule("bodyStatement"), 0, context, Expansion.QUERY_BUDGET);
        program.enterHandler();
        boolean resignals = condition.equals(ANY_ERROR)
                && program.mayResignal()
                && expansion.choices().chance(RESIGNAL);
        SyntaxTree.Node statement = function ? returned(body) : resignals ? resignal(body) : expansion.expand(body);
        program.leaveHandler();
        Plan plan = new Plan().choose(exit ? "EXIT" : "CONTINUE").rounds("handledCondition", 0);
        return filling("HANDLER", plan)
                .leaf("handledCondition", condition)
                .put(
                        "bodyStatement",
                        Objects.requireNonNullElseGet(statement, () -> BodyBinders.nothing(expansion, body)))
                .made();
    }

    /** A function must end in RETURN, after an error too. */
    private SyntaxTree.Node returned(Request body) {
        Request request = new Request(expansion.rule("returnStatement"), 0, body.context(), body.budget());
        return BodyBinders.wrapped(
                expansion,
                Objects.requireNonNull(
                        BlockBinders.returnStatement(expansion, request), "a literal can always be returned"));
    }

    /** The error, or another one, to the handler of a block around. */
    private SyntaxTree.@Nullable Node resignal(Request body) {
        SyntaxTree.Node resignal =
                expansion.expand(new Request(expansion.rule("resignalStatement"), 0, body.context(), body.budget()));
        return resignal == null
                ? null
                : BodyBinders.wrapped(expansion, new SyntaxTree.Node(expansion.rule("statement"), List.of(resignal)));
    }

    private Filling filling(String symbol, Plan plan) {
        Request request = new Request(expansion.rule("declaration"), 0, context, Expansion.QUERY_BUDGET);
        Alternative alternative = request.rule().alternatives().stream()
                .filter(one -> one.mentions(symbol))
                .findFirst()
                .orElseThrow();
        return Filling.of(expansion, request, alternative, plan);
    }
}
