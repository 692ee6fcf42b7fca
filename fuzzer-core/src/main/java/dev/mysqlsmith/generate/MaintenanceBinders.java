package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Alternative;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.random.Choices;
import dev.mysqlsmith.schema.Column;
import dev.mysqlsmith.schema.Family;
import dev.mysqlsmith.schema.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** ANALYZE, CHECK, CHECKSUM, OPTIMIZE, REPAIR TABLE and histograms; and the options of a database. */
final class MaintenanceBinders {
    private static final double ANOTHER = 0.15;
    private static final double HISTOGRAM = 1.5;
    private static final int MOST_BUCKETS = 1024;

    private MaintenanceBinders() {}

    /** A statement about some tables, or ANALYZE of one with an action on its histograms. */
    static SyntaxTree.@Nullable Node statement(Expansion expansion, Request request) {
        List<Table> tables = tables(expansion);
        if (tables.isEmpty()) {
            return null;
        }
        return expansion.attempt(
                request,
                alternative -> alternative.mentions("histogramAction") ? HISTOGRAM : 1,
                alternative -> made(
                        expansion,
                        request,
                        alternative,
                        alternative.mentions("histogramAction") ? tables.subList(0, 1) : tables));
    }

    private static SyntaxTree.@Nullable Node made(
            Expansion expansion, Request request, Alternative alternative, List<Table> tables) {
        List<SyntaxTree> names = new ArrayList<>();
        for (Table table : tables) {
            names.add(expansion.lexicon().leaf(expansion.rule("tableRef"), table.name()));
        }
        Request first = request.with(request.context().on(tables.get(0)));
        Plan plan = new Plan().rounds("tableRef", names.size() - 1);
        return new Filling(expansion, first, expansion.shape(first, alternative, plan))
                .put("tableRef", names)
                .make();
    }

    /** One or more, each once. */
    private static List<Table> tables(Expansion expansion) {
        List<Table> all = new ArrayList<>(expansion.world().schema().baseTables());
        all.removeIf(table -> !expansion.world().isReached(table, true));
        int wanted = 1 + expansion.choices().geometric(ANOTHER, 2);
        List<Table> picked = new ArrayList<>();
        while (picked.size() < wanted && !all.isEmpty()) {
            picked.add(all.remove(expansion.choices().below(all.size())));
        }
        return picked;
    }

    /** UPDATE and DROP HISTOGRAM ON some columns, each once. */
    static SyntaxTree.@Nullable Node histogram(Expansion expansion, Request request) {
        Table table = request.context().table();
        List<SyntaxTree> names = table == null ? List.of() : columns(expansion, table);
        if (names.isEmpty()) {
            return null;
        }
        Choices choices = expansion.choices();
        int buckets = choices.chance(0.2) ? MOST_BUCKETS : choices.between(1, 20);
        Plan plan = new Plan().rounds("histogramColumnRef", names.size() - 1);
        return expansion.attempt(
                request,
                alternative -> new Filling(expansion, request, expansion.shape(request, alternative, plan))
                        .put("histogramColumnRef", names)
                        .leaf("bucketNumber", Integer.toString(buckets))
                        .make());
    }

    private static List<SyntaxTree> columns(Expansion expansion, Table table) {
        List<SyntaxTree> names = new ArrayList<>();
        int most = 1 + expansion.choices().geometric(0.4, 3);
        int from = expansion.choices().below(table.columns().size());
        for (int i = 0; i < table.columns().size() && names.size() < most; i++) {
            Column column = table.columns().get((from + i) % table.columns().size());
            Family family = column.type().family();
            if (family != Family.GEOMETRY && family != Family.JSON) {
                names.add(expansion.lexicon().leaf(expansion.rule("histogramColumnRef"), column.name()));
            }
        }
        return names;
    }

    /** ALTER DATABASE of the round's own. */
    static SyntaxTree.@Nullable Node alterDatabase(Expansion expansion, Request request) {
        expansion.draft().onSuccess(schema -> expansion.world().definitions().forgetAll());
        return expansion.attempt(
                request,
                alternative -> alternative.mentions("UPGRADE") ? 0 : 1,
                alternative -> new Filling(
                                expansion,
                                request,
                                expansion.shape(
                                        request,
                                        alternative,
                                        new Plan()
                                                .rounds(
                                                        "alterDatabaseOption",
                                                        alternative.mentions("databaseRef") ? 1 : 0)))
                        .leaf("databaseRef", expansion.world().schema().database())
                        .leaf("alterDatabaseOption", databaseOption(expansion.choices()))
                        .leaf("currentDatabaseOption", databaseOption(expansion.choices()))
                        .make());
    }

    /** A character set or a collation that all texts of a round can live with. */
    static String databaseOption(Choices choices) {
        return choices.oneOf(
                "COLLATE utf8mb4_general_ci",
                "COLLATE utf8mb4_bin",
                "DEFAULT COLLATE utf8mb4_unicode_ci",
                "DEFAULT CHARACTER SET utf8mb4");
    }
}
