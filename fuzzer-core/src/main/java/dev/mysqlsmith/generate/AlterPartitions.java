package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Alternative;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.random.Choices;
import dev.mysqlsmith.schema.Partitioning;
import dev.mysqlsmith.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Actions of ALTER TABLE on partitions. */
final class AlterPartitions {
    /** A twin is of use until one of the two is altered, so exchanges come first where they can be made. */
    private static final double TWIN_WAITS = 20;

    private static final int MOST = 6;

    private AlterPartitions() {}

    /** How much more often than its grammar says the alternative of the actions is taken for the table. */
    static double weight(Expansion expansion, Table table, Alternative alternative) {
        if (!isPossible(expansion, table, alternative)) {
            return 0;
        }
        return alternative.mentions("alterPartitionAction") && canExchange(expansion, table) ? TWIN_WAITS : 1;
    }

    /** Whether the alternative of the actions has a meaning for the table. */
    private static boolean isPossible(Expansion expansion, Table table, Alternative alternative) {
        boolean partitioned = !table.partitions().isEmpty();
        if (alternative.mentions("alterPartitionAction")) {
            return partitioned && table.traits().partitioning() != null;
        }
        if (alternative.mentions("partitionClause")) {
            return !References.isTied(expansion.world().schema(), table)
                    && PartitionBinders.arePossible(expansion.draft().table());
        }
        return partitioned || !alternative.mentions("REMOVE");
    }

    static SyntaxTree.@Nullable Node action(Expansion expansion, Request request) {
        Table table = request.context().table();
        Partitioning by = table == null ? null : table.traits().partitioning();
        return table == null || by == null
                ? null
                : expansion.attempt(
                        request,
                        alternative -> !isPossible(expansion, table, by, alternative)
                                ? 0
                                : alternative.mentions("EXCHANGE") ? TWIN_WAITS : 1,
                        alternative -> make(expansion, request, alternative, table, by));
    }

    private static boolean isPossible(Expansion expansion, Table table, Partitioning by, Alternative alternative) {
        int count = table.partitions().size();
        if (alternative.mentions("ADD")) {
            return (by.counted() || by.isOpen()) && count < MOST;
        }
        if (alternative.mentions("DROP") || alternative.mentions("REORGANIZE")) {
            return !by.counted() && (count > 1 || alternative.mentions("REORGANIZE"));
        }
        if (alternative.mentions("COALESCE")) {
            return by.counted() && count > 1;
        }
        return !alternative.mentions("EXCHANGE") || canExchange(expansion, table);
    }

    /** Whether there is a table that one of its partitions can be exchanged with. */
    private static boolean canExchange(Expansion expansion, Table table) {
        return expansion.world().definitions().twin(table.name()).isPresent();
    }

    private static SyntaxTree.@Nullable Node make(
            Expansion expansion, Request request, Alternative alternative, Table table, Partitioning by) {
        if (alternative.mentions("ADD")) {
            return by.counted()
                    ? count(expansion, request, alternative, table, by, 1)
                    : add(expansion, request, alternative, by);
        }
        if (alternative.mentions("COALESCE")) {
            return count(expansion, request, alternative, table, by, -1);
        }
        if (alternative.mentions("DROP")) {
            return drop(expansion, request, alternative, table, by);
        }
        if (alternative.mentions("REORGANIZE")) {
            return reorganize(expansion, request, alternative, table, by);
        }
        Plan plan = plan();
        Filling filling = new Filling(expansion, request, expansion.shape(request, alternative, plan));
        Optional<String> twin = expansion.world().definitions().twin(table.name());
        if (alternative.mentions("EXCHANGE") && twin.isPresent()) {
            filling.leaf("tableRef", twin.get());
        }
        return filling.make();
    }

    /** More or fewer of those that are counted: the server names them by their number. */
    private static SyntaxTree.@Nullable Node count(
            Expansion expansion, Request request, Alternative alternative, Table table, Partitioning by, int sign) {
        int now = table.partitions().size();
        int more = sign > 0 ? expansion.choices().between(1, 2) : 1;
        List<String> names = new ArrayList<>();
        for (int i = 0; i < now + sign * more; i++) {
            names.add("p" + i);
        }
        SyntaxTree.Node node = new Filling(
                        expansion, request, expansion.shape(request, alternative, plan().choose("countNumber")))
                .leaf("countNumber", Integer.toString(more))
                .make();
        expansion.draft().table().partitionBy(by, names);
        return node;
    }

    private static SyntaxTree.@Nullable Node add(
            Expansion expansion, Request request, Alternative alternative, Partitioning by) {
        String name = expansion.world().freshPartition();
        String values = by.next(Integer.parseInt(name.substring(1)));
        SyntaxTree.Node node = new Filling(
                        expansion,
                        request,
                        expansion.shape(request, alternative, plan().choose("partitionDefinitionList")))
                .leaf("partitionDefinitionList", definition(name, values))
                .make();
        List<String> names = new ArrayList<>(expansion.draft().table().partitions());
        names.add(name);
        expansion.draft().table().partitionBy(by.with(values), names);
        return node;
    }

    private static Plan plan() {
        return new Plan().omit("VALIDATION").omit("NO_WRITE_TO_BINLOG");
    }

    private static String definition(String name, String values) {
        return "(PARTITION " + name + " " + values + ")";
    }

    private static SyntaxTree.@Nullable Node drop(
            Expansion expansion, Request request, Alternative alternative, Table table, Partitioning by) {
        Choices choices = expansion.choices();
        int index = choices.below(table.partitions().size());
        String name = table.partitions().get(index);
        SyntaxTree.Node node = new Filling(
                        expansion, request, expansion.shape(request, alternative, new Plan().rounds("partitionRef", 0)))
                .leaf("partitionRef", name)
                .make();
        List<String> names = new ArrayList<>(table.partitions());
        names.remove(index);
        expansion.draft().table().partitionBy(by.without(index), names);
        return node;
    }

    /** One of them gets another name and keeps its values. */
    private static SyntaxTree.@Nullable Node reorganize(
            Expansion expansion, Request request, Alternative alternative, Table table, Partitioning by) {
        int index = expansion.choices().below(table.partitions().size());
        String fresh = expansion.world().freshPartition();
        Plan plan = plan().include("partitionDefinitionList").rounds("partitionRef", 0);
        SyntaxTree.Node node = new Filling(expansion, request, expansion.shape(request, alternative, plan))
                .leaf("partitionRef", table.partitions().get(index))
                .leaf("partitionDefinitionList", definition(fresh, by.bounds().get(index)))
                .make();
        List<String> names = new ArrayList<>(table.partitions());
        names.set(index, fresh);
        expansion.draft().table().partitionBy(by, names);
        return node;
    }
}
