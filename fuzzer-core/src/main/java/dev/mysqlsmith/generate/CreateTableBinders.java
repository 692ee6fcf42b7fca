package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Alternative;
import dev.mysqlsmith.grammar.Element;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.random.Choices;
import dev.mysqlsmith.schema.Column;
import dev.mysqlsmith.schema.Engine;
import dev.mysqlsmith.schema.Table;
import dev.mysqlsmith.schema.TableTraits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** CREATE TABLE: the engine first, then columns and keys that it can hold, then options and partitions. */
final class CreateTableBinders {
    private static final Set<Engine> FOR_TEMPORARY = Set.of(Engine.INNODB, Engine.MYISAM, Engine.MEMORY);
    private static final double MORE_KEYS = 0.45;
    private static final double FOREIGN_KEY = 0.25;
    private static final double TWIN = 0.5;
    private static final double MORE_OPTIONS = 0.3;

    private CreateTableBinders() {}

    /** CREATE TABLE under a new name. */
    static SyntaxTree.@Nullable Node create(Expansion expansion, Request request) {
        String name = expansion.world().freshTable();
        return expansion.attempt(
                request,
                alternative -> alternative.mentions("TABLE") && !alternative.mentions("EXTERNAL") ? 1 : 0,
                alternative -> {
                    List<Element.Symbol> shape = expansion.shape(request, alternative, Plan.FREE);
                    TableDraft draft = new TableDraft(name);
                    draft.become(TableTraits.PLAIN.withTemporary(
                            shape.stream().anyMatch(symbol -> symbol.name().equals("TEMPORARY"))));
                    expansion.draft().defines(draft);
                    return new Filling(expansion, request, shape)
                            .leaf("newTableName", name)
                            .make();
                });
    }

    /** The body: columns and keys, LIKE another table, or the rows of a query. */
    static SyntaxTree.@Nullable Node body(Expansion expansion, Request request) {
        return expansion.attempt(
                request,
                alternative -> 1,
                alternative -> alternative.mentions("tableElement")
                        ? elements(expansion, request, alternative)
                        : alternative.mentions("LIKE")
                                ? like(expansion, request, alternative)
                                : fromQuery(expansion, request, alternative));
    }

    private static SyntaxTree.@Nullable Node elements(Expansion expansion, Request request, Alternative alternative) {
        TableDraft draft = expansion.draft().table();
        Choices choices = expansion.choices();
        Engine engine = expansion.tableOptions().engine(choices);
        if (draft.traits().temporary() && !FOR_TEMPORARY.contains(engine)) {
            engine = Engine.INNODB;
        }
        draft.options().clear();
        if (engine == Engine.MERGE) {
            Optional<Table> member = TablePicks.mergeable(expansion);
            if (member.isPresent()) {
                return merge(expansion, request, alternative, member.get());
            }
            engine = Engine.MYISAM;
        }
        Optional<Table> parted = TablePicks.parted(expansion);
        if (!draft.traits().temporary() && parted.isPresent() && choices.chance(TWIN)) {
            return twin(expansion, request, alternative, parted.get());
        }
        draft.become(draft.traits().with(engine));
        if (engine != Engine.INNODB || choices.chance(0.1)) {
            draft.options().add("ENGINE = " + engine.sql());
        }
        expansion.tableOptions().choose(expansion, draft, choices.geometric(MORE_OPTIONS, 3));
        List<SyntaxTree> elements = new ArrayList<>();
        columns(expansion, request, elements);
        if (engine.hasKeys()) {
            keys(expansion, request, elements);
        }
        if (elements.isEmpty()) {
            return null;
        }
        SyntaxTree.Node node = assemble(expansion, request, alternative, elements);
        expansion.draft().onSuccess(schema -> {
            schema.put(draft.toTable());
            // options are not repeated, and some of them change what the columns are
            if (draft.options().stream().allMatch(option -> option.startsWith("ENGINE"))) {
                expansion.world().definitions().put(draft.toTable(), elements);
            }
        });
        return node;
    }

    private static SyntaxTree.@Nullable Node assemble(
            Expansion expansion, Request request, Alternative alternative, List<SyntaxTree> elements) {
        TableDraft draft = expansion.draft().table();
        Plan plan = new Plan()
                .rounds("tableElement", elements.size() - 1)
                .omit("createTableQuery")
                .include("tableOptions", !draft.options().isEmpty());
        if (!PartitionBinders.arePossible(draft)) {
            plan.omit("partitionClause");
        }
        return new Filling(expansion, request, expansion.shape(request, alternative, plan))
                .put("tableElement", elements)
                .make();
    }

    private static void columns(Expansion expansion, Request request, List<SyntaxTree> elements) {
        int columns = expansion.choices().between(1, expansion.size("columns"));
        for (int i = 0; i < columns; i++) {
            add(elements, element(expansion, request, "columnDefinition"));
        }
    }

    private static void keys(Expansion expansion, Request request, List<SyntaxTree> elements) {
        int keys = expansion.choices().geometric(MORE_KEYS, 3);
        for (int i = 0; i < keys; i++) {
            boolean constraint = expansion.choices().chance(0.3);
            add(elements, element(expansion, request, constraint ? "tableConstraintDefinition" : "indexDefinition"));
        }
        TableDraft draft = expansion.draft().table();
        if (draft.engine().isInnodb()
                && !draft.traits().temporary()
                && expansion.choices().chance(FOREIGN_KEY)) {
            ForeignKeys.add(expansion, request, elements);
        }
    }

    private static void add(List<SyntaxTree> elements, @Nullable SyntaxTree element) {
        if (element != null) {
            elements.add(element);
        }
    }

    /** A column or a key of the table that the draft tells of. */
    static SyntaxTree.@Nullable Node element(Expansion expansion, Request parent, String what) {
        return expansion.plain(
                new Request(expansion.rule("tableElement"), 0, parent.context(), parent.budget() - 1),
                alternative -> alternative.mentions(what) ? 1 : 0,
                Plan.FREE);
    }

    /** A MERGE table: the definition of its member once more. */
    private static SyntaxTree.@Nullable Node merge(
            Expansion expansion, Request request, Alternative alternative, Table member) {
        TableDraft draft = expansion.draft().table();
        draft.become(TableTraits.PLAIN.with(Engine.MERGE).showing(List.of(member.name())));
        draft.columns().clear();
        draft.columns().addAll(member.columns());
        draft.indexes().addAll(member.indexes());
        draft.options().addAll(List.of("ENGINE = MERGE", "UNION = (" + member.name() + ")", "INSERT_METHOD = LAST"));
        expansion.draft().onSuccess(schema -> schema.put(draft.toTable()));
        return assemble(
                expansion, request, alternative, expansion.world().definitions().of(member.name()));
    }

    /** A table like one with partitions, without them: one of them can be exchanged with it. */
    private static SyntaxTree.@Nullable Node twin(
            Expansion expansion, Request request, Alternative alternative, Table parted) {
        TableDraft draft = expansion.draft().table();
        List<SyntaxTree> elements = expansion.world().definitions().ofParted(parted.name());
        draft.become(parted.withPartitions(List.of()).renamed(draft.name()));
        draft.unpartition();
        expansion.draft().onSuccess(schema -> {
            schema.put(draft.toTable());
            expansion.world().definitions().pair(parted.name(), draft.name());
        });
        Plan plan = new Plan()
                .rounds("tableElement", elements.size() - 1)
                .omit("createTableQuery")
                .omit("tableOptions")
                .omit("partitionClause");
        return new Filling(expansion, request, expansion.shape(request, alternative, plan))
                .put("tableElement", elements)
                .make();
    }

    private static SyntaxTree.@Nullable Node like(Expansion expansion, Request request, Alternative alternative) {
        TableDraft draft = expansion.draft().table();
        boolean temporary = draft.traits().temporary();
        return TablePicks.copyable(expansion, temporary)
                .map(table -> {
                    Table copy = table.renamed(draft.name())
                            .with(table.traits()
                                    .withTemporary(temporary)
                                    .withChecks(List.of())
                                    .withForeignKeys(List.of()));
                    expansion.draft().onSuccess(schema -> schema.put(copy));
                    return expansion.build(request.with(request.context().on(table)), alternative, Plan.FREE);
                })
                .orElse(null);
    }

    private static SyntaxTree.@Nullable Node fromQuery(Expansion expansion, Request request, Alternative alternative) {
        TableDraft draft = expansion.draft().table();
        QueryTask task = QueryTask.few();
        Context context = request.context().nested(task).withoutTable();
        SyntaxTree.Node node = expansion.build(
                request.with(context),
                alternative,
                new Plan().omit("tableOptions").omit("partitionClause"));
        if (node == null || task.output().isEmpty()) {
            return null;
        }
        List<Column> columns = task.output();
        Table table = new Table(draft.name(), false, false, columns, List.of(), List.of(), draft.traits());
        expansion.draft().onSuccess(schema -> schema.put(table));
        return node;
    }
}
