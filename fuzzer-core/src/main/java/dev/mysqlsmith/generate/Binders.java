package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.GrammarModel;
import dev.mysqlsmith.grammar.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which rule has which binder. */
final class Binders {
    private static final List<String> MAINTENANCE = List.of(
            "analyzeTableStatement",
            "checkTableStatement",
            "checksumTableStatement",
            "optimizeTableStatement",
            "repairTableStatement");

    private final GrammarModel model;
    private final @Nullable Binder[] byRule;

    private Binders(GrammarModel model) {
        this.model = model;
        this.byRule =
                new Binder[model.rules().stream().mapToInt(Rule::index).max().orElse(0) + 1];
    }

    /** Indexed by {@link Rule#index}; null where a plain walk does. */
    static @Nullable Binder[] of(GrammarModel model, GeneratorSettings settings) {
        Binders binders = new Binders(model);
        binders.expressions(settings);
        binders.queries();
        binders.changes();
        binders.definitions();
        List<SessionVariables.Setting> variables = SessionVariables.of(settings.version(), settings.profile());
        binders.others(variables);
        binders.hints(variables);
        binders.sessions();
        binders.programs();
        return binders.byRule;
    }

    /** Every rule is a plain walk. */
    static @Nullable Binder[] none(GrammarModel model) {
        return new Binders(model).byRule;
    }

    private void bind(String rule, Binder binder) {
        byRule[model.rule(rule).index()] = binder;
    }

    private void expressions(GeneratorSettings settings) {
        Typing typing = Typing.read(model);
        ExpressionBinder expressions = new ExpressionBinder(typing);
        ExpressionBinder.RULES.forEach(rule -> bind(rule, expressions));
        RowBinders rows = new RowBinders(expressions);
        bind("predicate", rows);
        bind("booleanPrimary", rows);
        bind("matchAgainst", FulltextBinders::matchAgainst);
        bind("jsonValueCall", JsonTableBinders::jsonValue);
        bind("jsonDefaultValue", JsonTableBinders::defaultValue);
        bind("systemVariableName", (expansion, request) -> constant(expansion, request, "sysvar"));
        bind("odbcEscape", (expansion, request) -> constant(expansion, request, "odbc"));
        FunctionTable functions = FunctionTable.read(
                settings.version(),
                settings.functions().without(settings.profile().functionsOff()));
        bind("functionCall", new StoredCalls(new FunctionBinder(functions)));
        bind("columnRef", ExpressionParts::columnRef);
        bind("jsonColumnPath", ExpressionParts::jsonColumnPath);
        bind("parenthesizedExpression", ExpressionParts::parenthesized);
        bind("caseExpression", ExpressionParts::caseExpression);
        bind("whenClause", ExpressionParts::whenClause);
        bind("aggregateCall", ExpressionParts::aggregateCall);
        bind("temporalLiteral", ExpressionParts::temporalLiteral);
        bind("castType", (expansion, request) -> ExpressionParts.castType(expansion, request, typing));
        bind("inList", ExpressionParts::inList);
        bind("scalarSubquery", SubqueryBinders::scalar);
        bind("existsSubquery", SubqueryBinders::exists);
        bind("inSubquery", SubqueryBinders::list);
        bind("quantifiedSubquery", SubqueryBinders::list);
        bind("collationOrBinary", (expansion, request) -> constant(expansion, request, "collation"));
        bind("collationName", (expansion, request) -> constant(expansion, request, "collation"));
        bind("charsetName", (expansion, request) -> constant(expansion, request, "charset"));
    }

    private void queries() {
        bind("query", QueryBinders::query);
        bind("queryExpressionBody", QueryBinders::queryExpressionBody);
        bind("querySpecification", QueryBinders::querySpecification);
        bind("groupByClause", GroupBinders::groupByClause);
        bind("groupingExpression", GroupBinders::groupingExpression);
        bind("lockingClause", RowLockBinders::lockingClause);
        bind("lockedTables", RowLockBinders::lockedTables);
        bind("withClause", RecursiveBinders::withClause);
        bind("jsonTable", JsonTableBinders::jsonTable);
        bind("jsonTableColumn", JsonTableBinders::column);
        bind("parenthesizedTableReferences", FromBinders::parenthesizedTables);
        bind("orderByItem", QueryBinders::orderByItem);
        bind("limitClause", QueryBinders::limitClause);
        bind("tableValueConstructor", QueryBinders::tableValueConstructor);
        bind("valuesRow", QueryBinders::valuesRow);
        bind("explicitTable", QueryBinders::explicitTable);
        bind("selectOption", QueryBinders::selectOption);
        bind("selectItemList", new SelectListBinder());
        bind("selectItem", SelectListBinder::selectItem);
        bind("tableReference", FromBinders::tableReference);
        bind("joinedTable", FromBinders::joinedTable);
        bind("joinCondition", FromBinders::joinCondition);
        bind("singleTable", FromBinders::singleTable);
        bind("tableFactor", FromBinders::tableFactor);
        bind("derivedTable", FromBinders::derivedTable);
        bind("commonTableExpression", RecursiveBinders::commonTable);
        bind("derivedColumnList", FromBinders::derivedColumnList);
        bind("indexRef", Indexes::hinted);
        bind("hintedIndexRef", Indexes::hinted);
        bind("partitionRef", FromBinders::partitionRef);
        bind("windowPartition", WindowBinders::windowPartition);
        bind("windowDefinition", WindowBinders::windowDefinition);
        bind("windowRef", WindowBinders::windowRef);
        bind("windowSpecification", WindowBinders::windowSpecification);
        bind("frameClause", WindowBinders::frameClause);
        bind("frameStart", WindowBinders::frameStart);
        bind("frameExtent", WindowBinders::frameExtent);
        bind("frameBound", WindowBinders::frameBound);
        bind("frameOffset", WindowBinders::frameOffset);
    }

    private void changes() {
        bind("insertStatement", ChangeBinders::insertOrReplace);
        bind("replaceStatement", ChangeBinders::insertOrReplace);
        bind("insertSource", ChangeBinders::source);
        bind("replaceSource", ChangeBinders::source);
        bind("insertColumnList", ChangeBinders::insertColumnList);
        bind("insertValues", ChangeBinders::insertValues);
        bind("insertValuesRow", ChangeBinders::insertValuesRow);
        bind("valuesItem", ChangeBinders::valuesItem);
        bind("assignment", AssignmentBinders::assignment);
        bind("insertRowAlias", AssignmentBinders::rowAlias);
        bind("updateStatement", RowChangeBinders::update);
        bind("deleteBody", RowChangeBinders::deleteBody);
    }

    private void definitions() {
        bind("createTableStatement", CreateTableBinders::create);
        bind("createTableBody", CreateTableBinders::body);
        bind("tableOptions", TableOptions::bind);
        bind("truncateStatement", TableBinders::truncate);
        bind("dropTableStatement", TableBinders::drop);
        bind("tableRename", TableBinders::rename);
        bind("createViewStatement", ViewBinders::create);
        bind("alterViewStatement", ViewBinders::alter);
        bind("dropViewStatement", ViewBinders::drop);
        bind("columnDefinition", ColumnBinders::definition);
        bind("partitionClause", PartitionBinders::partitionClause);
        bind("subpartitionClause", PartitionBinders::subpartitionClause);
        bind("indexDefinition", KeyBinders::indexDefinition);
        bind("tableConstraintDefinition", KeyBinders::constraintDefinition);
        bind("tableConstraint", KeyBinders::tableConstraint);
        bind("indexAlgorithm", KeyBinders::indexAlgorithm);
        bind("keyPart", KeyBinders::keyPart);
        bind("createIndexStatement", KeyBinders::createIndex);
        bind("onlineOptions", OnlineOptions::bind);
        bind("dropIndexStatement", AlterIndex::drop);
        bind("alterTableStatement", AlterTable::statement);
        bind("alterTableActions", AlterTable::actions);
        bind("alterPartitionAction", AlterPartitions::action);
        bind("columnPosition", AlterField::position);
        bind(
                "newConstraintName",
                (expansion, request) -> expansion
                        .lexicon()
                        .leaf(request.rule(), expansion.world().freshIndex()));
    }

    private void others(List<SessionVariables.Setting> variables) {
        bind("tableRef", TableNames::tableRef);
        for (String statement : MAINTENANCE) {
            bind(statement, MaintenanceBinders::statement);
        }
        bind("histogramAction", MaintenanceBinders::histogram);
        bind("alterDatabaseStatement", MaintenanceBinders::alterDatabase);
        bind("setAssignment", new SessionBinders(variables)::setAssignment);
        bind("explainStatement", SessionBinders::explain);
        bind("explainOption", SessionBinders::explainOption);
        bind("explainFormat", SessionBinders::explainFormat);
        bind("showStatement", SessionBinders::show);
        bind("engineName", (expansion, request) -> constant(expansion, request, "InnoDB"));
        bind("patternText", (expansion, request) -> constant(expansion, request, "'t%'"));
    }

    private void hints(List<SessionVariables.Setting> variables) {
        bind("optimizerHint", new HintBinders(variables)::optimizerHint);
        bind("indexLevelHint", HintBinders::indexLevelHint);
        bind("hintedTableRef", HintBinders::tableRef);
        bind("hintIndexRef", HintBinders::indexRef);
        bind("newQueryBlockName", HintBinders::newQueryBlockName);
        bind("queryBlockRef", HintBinders::queryBlockRef);
    }

    private void sessions() {
        bind("startTransactionStatement", TransactionBinders::start);
        bind("beginStatement", TransactionBinders::begin);
        bind("commitStatement", TransactionBinders::commit);
        bind("rollbackStatement", TransactionBinders::rollback);
        bind("savepointStatement", TransactionBinders::savepoint);
        bind("releaseSavepointStatement", TransactionBinders::release);
        bind("setTransactionStatement", TransactionBinders::set);
        bind("transactionAccess", TransactionBinders::access);
        bind("xaStatement", XaBinders::statement);
        bind("lockTablesStatement", LockBinders::lock);
        bind("unlockTablesStatement", LockBinders::unlock);
        bind("handlerStatement", HandlerBinders::statement);
        bind("handlerRead", HandlerBinders::read);
        bind("prepareStatement", PreparedBinders::prepare);
        bind("executeStatement", PreparedBinders::execute);
        bind("deallocateStatement", PreparedBinders::deallocate);
    }

    private void programs() {
        BodyBinders bodies = new BodyBinders(ProgramRules.read(model));
        bind("bodyStatement", bodies::bodyStatement);
        bind("bodyStatements", BodyBinders::bodyStatements);
        bind("selectStatement", BodyBinders::select);
        bind("compoundStatement", BlockBinders::compound);
        bind("returnStatement", BlockBinders::returnStatement);
        bind("ifStatement", LoopBinders::branch);
        bind("caseStatement", LoopBinders::branch);
        bind("loopStatement", LoopBinders::loop);
        bind("repeatStatement", LoopBinders::loop);
        bind("whileStatement", LoopBinders::loop);
        bind("leaveStatement", LoopBinders::leave);
        bind("iterateStatement", LoopBinders::iterate);
        bind("signalStatement", ConditionBinders::signal);
        bind("resignalStatement", ConditionBinders::resignal);
        bind("signalInformation", ConditionBinders::information);
        bind("signalItem", ConditionBinders::item);
        bind("getDiagnosticsStatement", ConditionBinders::diagnostics);
        bind("diagnosticsTarget", ConditionBinders::target);
        bind("createFunctionStatement", RoutineBinders::createFunction);
        bind("createProcedureStatement", RoutineBinders::createProcedure);
        bind("routineBody", RoutineBinders::body);
        bind("alterRoutineStatement", RoutineBinders::alter);
        bind("dropRoutineStatement", RoutineBinders::drop);
        bind("callStatement", StoredCalls::call);
        bind("createTriggerStatement", TriggerBinders::create);
        bind("triggerOrder", TriggerBinders::order);
        bind("dropTriggerStatement", TriggerBinders::drop);
        bind("createEventStatement", EventBinders::create);
        bind("eventSchedule", EventBinders::schedule);
        bind("alterEventStatement", EventBinders::alter);
        bind("eventRename", EventBinders::rename);
        bind("dropEventStatement", EventBinders::drop);
    }

    private static dev.mysqlsmith.grammar.SyntaxTree.Node constant(Expansion expansion, Request request, String form) {
        return expansion
                .lexicon()
                .leaf(request.rule(), expansion.lexicon().values().constant(form, expansion.choices()));
    }
}
