package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Alternative;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.schema.Column;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Functions and procedures: CREATE, ALTER, DROP, CALL. */
final class RoutineBinders {
    private static final int MOST_ROUTINES = 8;
    private static final int MOST_PARAMETERS = 3;
    private static final int FUNCTION_NODES = 120;
    private static final int PROCEDURE_NODES = 500;
    private static final double READS = 0.25;
    private static final double BARE_RETURN = 0.3;

    private RoutineBinders() {}

    /** CREATE FUNCTION: small, as it may run for each row of a query; some read tables. */
    static SyntaxTree.@Nullable Node createFunction(Expansion expansion, Request request) {
        Programs programs = expansion.world().programs();
        if (programs.functions().size() >= MOST_ROUTINES) {
            return null;
        }
        Values.Declared result = ProgramTypes.pick(expansion);
        boolean reads = expansion.choices().chance(READS);
        ProgramDraft program = new ProgramDraft(
                ProgramKind.FUNCTION,
                result.type(),
                null,
                "",
                expansion.choices().between(1, 5));
        expansion.draft().defines(reads ? program : program.withoutQueries(), FUNCTION_NODES);
        Parameters parameters = new Parameters(expansion, program, request, "functionParameter");
        List<SyntaxTree> characteristics = characteristics(expansion, request, reads);
        Plan plan = parameters.plan().rounds("routineCharacteristic", characteristics.size());
        Context context =
                parameters.context(expansion.program(request.context()).in(reads ? Clause.ROWS : Clause.PROGRAM));
        String name = programs.fresh("f");
        SyntaxTree.Node node = Filling.of(expansion, request, plan)
                .leaf("newRoutineName", name)
                .leaf("dataType", result.sql())
                .put("functionParameter", parameters.trees)
                .put("routineCharacteristic", characteristics)
                .contexts((index, symbol) -> context)
                .make();
        if (node != null) {
            boolean queries = ProgramUses.reads(node);
            Programs.Routine function = new Programs.Routine(
                    name,
                    result.type(),
                    parameters.parameters,
                    ProgramUses.calls(node, programs),
                    queries,
                    ProgramUses.of(node, expansion.world()));
            expansion.draft().onSuccess(schema -> programs.functions().add(function));
        }
        return node;
    }

    /** What a server that writes a binary log wants to know of a function, and a bit more. */
    private static List<SyntaxTree> characteristics(Expansion expansion, Request request, boolean reads) {
        List<SyntaxTree> all = new ArrayList<>();
        boolean deterministic = expansion.choices().chance(0.6);
        if (deterministic) {
            all.add(characteristic(expansion, request, "DETERMINISTIC"));
        }
        if (!deterministic || expansion.choices().chance(0.3)) {
            all.add(characteristic(expansion, request, reads ? "READS" : "NO"));
        }
        if (expansion.choices().chance(0.1)) {
            all.add(characteristic(expansion, request, expansion.choices().oneOf("sqlSecurity", "COMMENT")));
        }
        return all;
    }

    private static SyntaxTree characteristic(Expansion expansion, Request parent, String symbol) {
        Request request =
                new Request(expansion.rule("routineCharacteristic"), 0, parent.context(), parent.budget() - 1);
        Alternative alternative = request.rule().alternatives().stream()
                .filter(one -> one.mentions(symbol))
                .findFirst()
                .orElseThrow();
        return Filling.of(expansion, request, alternative, new Plan().omit("not"))
                .made();
    }

    /** CREATE PROCEDURE. */
    static SyntaxTree.@Nullable Node createProcedure(Expansion expansion, Request request) {
        Programs programs = expansion.world().programs();
        if (programs.procedures().size() >= MOST_ROUTINES) {
            return null;
        }
        ProgramDraft program = new ProgramDraft(
                ProgramKind.PROCEDURE, null, null, "", expansion.choices().between(2, 10));
        expansion.draft().defines(program, PROCEDURE_NODES);
        Parameters parameters = new Parameters(expansion, program, request, "procedureParameter");
        Context context =
                parameters.context(expansion.program(request.context()).in(Clause.ROWS));
        String name = programs.fresh("r");
        SyntaxTree.Node node = Filling.of(expansion, request, parameters.plan().rounds("routineCharacteristic", 0))
                .leaf("newRoutineName", name)
                .put("procedureParameter", parameters.trees)
                .contexts((index, symbol) -> context)
                .make();
        if (node != null) {
            Programs.Routine procedure = new Programs.Routine(
                    name,
                    null,
                    parameters.parameters,
                    ProgramUses.calls(node, programs),
                    true,
                    ProgramUses.of(node, expansion.world()));
            expansion.draft().onSuccess(schema -> programs.procedures().add(procedure));
        }
        return node;
    }

    /** The parameters of a routine under construction: they are its outermost variables. */
    private static final class Parameters {
        private final List<SyntaxTree> trees = new ArrayList<>();
        private final List<Programs.Parameter> parameters = new ArrayList<>();
        private final List<Column> variables = new ArrayList<>();

        Parameters(Expansion expansion, ProgramDraft program, Request routine, String rule) {
            int count = expansion.choices().between(0, MOST_PARAMETERS);
            for (int i = 0; i < count; i++) {
                Values.Declared declared = ProgramTypes.pick(expansion);
                String name = program.fresh("m");
                boolean procedure = program.kind() == ProgramKind.PROCEDURE;
                String mode = procedure ? expansion.choices().oneOf("", "IN", "OUT", "INOUT") : "";
                Request request = new Request(expansion.rule(rule), 0, routine.context(), 0);
                Plan plan = new Plan().omit("collateAttribute").include("INOUT", !mode.isEmpty());
                if (!mode.isEmpty()) {
                    plan.choose(mode);
                }
                trees.add(Filling.of(expansion, request, plan)
                        .leaf("newParameterName", name)
                        .leaf("dataType", declared.sql())
                        .made());
                parameters.add(new Programs.Parameter(name, declared.type(), mode.endsWith("OUT")));
                variables.add(new Column(name, declared.type(), true, false, false, true));
            }
            ProgramDraft.Block block = new ProgramDraft.Block(false);
            block.variables().addAll(variables);
            program.parameters(block);
        }

        Plan plan() {
            return new Plan()
                    .omit("definerClause")
                    .omit("collateAttribute")
                    .include("functionParameter", !trees.isEmpty())
                    .include("procedureParameter", !trees.isEmpty())
                    .rounds("functionParameter", Math.max(0, trees.size() - 1))
                    .rounds("procedureParameter", Math.max(0, trees.size() - 1));
        }

        Context context(Context around) {
            Scope scope = Scope.top();
            scope.add(new Relation("", variables));
            return around.in(scope);
        }
    }

    /** The body: a block, or just RETURN. */
    static SyntaxTree.@Nullable Node body(Expansion expansion, Request request) {
        ProgramDraft program = expansion.draft().program();
        boolean bare = program != null
                && program.kind() == ProgramKind.FUNCTION
                && expansion.choices().chance(BARE_RETURN);
        Request inner = new Request(
                expansion.rule(bare ? "returnStatement" : "compoundStatement"),
                0,
                request.context(),
                Expansion.QUERY_BUDGET);
        SyntaxTree.Node node = expansion.expand(inner);
        return node == null
                ? null
                : Filling.of(expansion, request, request.rule().alternatives().get(0), Plan.FREE)
                        .put("bodyStatement", BodyBinders.wrapped(expansion, node))
                        .make();
    }

    /** ALTER PROCEDURE and ALTER FUNCTION. */
    static SyntaxTree.@Nullable Node alter(Expansion expansion, Request request) {
        boolean function = expansion.choices().chance(0.5);
        List<Programs.Routine> routines = routines(expansion, function);
        return routines.isEmpty()
                ? null
                : Filling.of(expansion, request, new Plan().choose(function ? "FUNCTION" : "PROCEDURE"))
                        .leaf("routineRef", expansion.choices().pick(routines).name())
                        .make();
    }

    /** DROP PROCEDURE and DROP FUNCTION. */
    static SyntaxTree.@Nullable Node drop(Expansion expansion, Request request) {
        boolean function = expansion.choices().chance(0.5);
        List<Programs.Routine> routines = routines(expansion, function);
        if (routines.isEmpty()) {
            return null;
        }
        Programs.Routine routine = expansion.choices().pick(routines);
        expansion.draft().onSuccess(schema -> routines.remove(routine));
        return Filling.of(expansion, request, new Plan().choose(function ? "FUNCTION" : "PROCEDURE"))
                .leaf("routineRef", routine.name())
                .make();
    }

    private static List<Programs.Routine> routines(Expansion expansion, boolean function) {
        Programs programs = expansion.world().programs();
        return function ? programs.functions() : programs.procedures();
    }
}
