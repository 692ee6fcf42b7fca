package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Alternative;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** ALTER TABLE: an action on what the table has, or on what it does not have yet; sometimes two, and how it is to be done. */
final class AlterTable {
    private static final double ONLINE = 0.2;
    private static final double SECOND = 0.1;
    private static final double PARTED = 0.2;
    private static final double TWINNED = 0.5;
    private static final double CHECKED = 0.05;

    /** Few tables have checks, and two of two dozen actions are for them. */
    private static final double CHECK_WAITS = 8;

    private AlterTable() {}

    /** ALTER TABLE of a base table. */
    static SyntaxTree.@Nullable Node statement(Expansion expansion, Request request) {
        return table(expansion)
                .map(table -> {
                    TableDraft draft = TableDraft.of(table);
                    expansion.draft().defines(draft);
                    Plan plan = new Plan().include("alterTableActions").omit("IGNORE");
                    SyntaxTree.Node node = new Filling(
                                    expansion,
                                    request.with(request.context().on(table)),
                                    expansion.shape(
                                            request,
                                            request.rule().alternatives().get(0),
                                            plan))
                            .leaf("tableRef", table.name())
                            .make();
                    expansion.draft().onSuccess(schema -> {
                        schema.change(table.name(), old -> draft.toTable());
                        References.renamed(schema, table.name(), draft.name());
                        expansion.world().definitions().forget(table.name());
                    });
                    return node;
                })
                .orElse(null);
    }

    /** One that can be altered; those with a twin, partitions or checks, of which there are few, somewhat more often. */
    private static Optional<Table> table(Expansion expansion) {
        Optional<Table> twinned = twinned(expansion);
        Optional<Table> rare = Optional.empty();
        if (twinned.isPresent() && expansion.choices().chance(TWINNED)) {
            rare = twinned;
        } else if (expansion.choices().chance(PARTED)) {
            rare = TablePicks.pick(expansion, one -> !one.partitions().isEmpty());
        } else if (expansion.choices().chance(CHECKED)) {
            rare = TablePicks.pick(expansion, AlterTable::isChecked);
        }
        return rare.isPresent() ? rare : TablePicks.alterable(expansion);
    }

    /** One with partitions that another one can be exchanged with. */
    private static Optional<Table> twinned(Expansion expansion) {
        Definitions definitions = expansion.world().definitions();
        return TablePicks.pick(expansion, one -> definitions.twin(one.name()).isPresent());
    }

    private static boolean isChecked(Table table) {
        return !table.traits().checks().isEmpty();
    }

    /** Actions on columns, keys and options, an order of the rows, or an action on partitions. */
    static SyntaxTree.@Nullable Node actions(Expansion expansion, Request request) {
        Table table = request.context().table();
        if (table == null) {
            return null;
        }
        return expansion.attempt(
                request,
                alternative -> AlterPartitions.weight(expansion, table, alternative),
                alternative -> alternative.mentions("alterTableAction")
                        ? several(expansion, request, alternative, table)
                        : other(expansion, request, alternative, table));
    }

    private static SyntaxTree.@Nullable Node several(
            Expansion expansion, Request request, Alternative alternative, Table table) {
        List<SyntaxTree> actions = new ArrayList<>();
        SyntaxTree.Node first = action(expansion, request, table, actions);
        if (first == null) {
            return null;
        }
        boolean grows = first.children().get(0) instanceof SyntaxTree.Token word
                && word.text().equals("ADD");
        if (grows && expansion.choices().chance(SECOND)) {
            action(expansion, request, table, actions);
        }
        Plan plan = new Plan()
                .rounds("alterTableAction", actions.size() - 1)
                .omit("alterOrderBy")
                .omit("partitionClause")
                .omit("PARTITIONING");
        return new Filling(expansion, request, expansion.shape(request, alternative, plan))
                .put("alterTableAction", actions)
                .make();
    }

    /** Adds an action, and sometimes how it is to be done; a second action must add something, too. */
    private static SyntaxTree.@Nullable Node action(
            Expansion expansion, Request request, Table table, List<SyntaxTree> actions) {
        boolean second = !actions.isEmpty();
        Request one = new Request(expansion.rule("alterTableAction"), 0, request.context(), request.budget() - 1);
        AlterActions[] made = {AlterActions.OTHER};
        SyntaxTree.Node node = expansion.attempt(
                one, alternative -> second ? adds(alternative) : weight(alternative, table), alternative -> {
                    made[0] = AlterActions.of(alternative);
                    return made[0].make(new AlterTarget(expansion, one, table), alternative);
                });
        if (node != null) {
            actions.add(node);
            if (!second && made[0].isOnline() && expansion.choices().chance(ONLINE)) {
                actions.addAll(OnlineOptions.actions(expansion, made[0].isInPlace(), made[0] != AlterActions.NAME));
            }
        }
        return node;
    }

    private static double adds(Alternative alternative) {
        return alternative.mentions("ADD") ? 1 : 0;
    }

    private static double weight(Alternative alternative, Table table) {
        return isChecked(table) && alternative.mentions("CHECK") ? CHECK_WAITS : 1;
    }

    private static SyntaxTree.@Nullable Node other(
            Expansion expansion, Request request, Alternative alternative, Table table) {
        Plan plan = new Plan().rounds("alterTableModifier", 0);
        if (alternative.mentions("alterOrderBy")) {
            plan.omit("partitionClause").omit("PARTITIONING");
        }
        Scope scope = Scope.top();
        scope.add(new Relation("", table.columns()));
        SyntaxTree.Node node = expansion.build(
                request.with(request.context().in(scope).in(Clause.DEFINITION).expecting(Type.ANY)), alternative, plan);
        if (node != null && alternative.mentions("REMOVE")) {
            expansion.draft().table().unpartition();
        }
        return node;
    }
}
