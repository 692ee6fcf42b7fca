package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Alternative;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.schema.Column;
import dev.mysqlsmith.schema.Family;
import dev.mysqlsmith.schema.Index;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Indexes and constraints of the table under construction: key parts are columns that can be keyed, each once. */
final class KeyBinders {
    private static final Set<Family> TEXTS = Set.of(Family.STRING, Family.TEXT);
    private static final int LONGEST_PREFIX = 50;

    private KeyBinders() {}

    /** KEY, FULLTEXT or SPATIAL KEY. */
    static SyntaxTree.@Nullable Node indexDefinition(Expansion expansion, Request request) {
        return expansion.attempt(
                request,
                alternative -> possible(expansion, kind(alternative)) ? 1 : 0,
                alternative -> keyed(expansion, request, alternative, kind(alternative)));
    }

    /** PRIMARY KEY, UNIQUE or CHECK. */
    static SyntaxTree.@Nullable Node tableConstraint(Expansion expansion, Request request) {
        boolean primary = expansion.draft().table().hasPrimaryKey();
        return expansion.attempt(
                request,
                alternative -> alternative.mentions("FOREIGN") || alternative.mentions("PRIMARY") && primary ? 0 : 1,
                alternative -> alternative.mentions("checkConstraint")
                        ? check(expansion, request, alternative)
                        : keyed(expansion, request, alternative, kind(alternative)));
    }

    /** CREATE INDEX on the table that the draft tells of. */
    static SyntaxTree.@Nullable Node createIndex(Expansion expansion, Request request) {
        return expansion
                .world()
                .baseTable(expansion.choices())
                .map(table -> {
                    TableDraft draft = TableDraft.of(table);
                    expansion.draft().defines(draft);
                    SyntaxTree.Node node = expansion.attempt(
                            request.with(request.context().on(table)),
                            alternative -> possible(expansion, kind(alternative)) ? 1 : 0,
                            alternative -> keyed(
                                    expansion,
                                    request.with(request.context().on(table)),
                                    alternative,
                                    kind(alternative)));
                    expansion.draft().onSuccess(schema -> schema.put(draft.toTable()));
                    return node;
                })
                .orElse(null);
    }

    private static Index.Kind kind(Alternative alternative) {
        if (alternative.mentions("FULLTEXT")) {
            return Index.Kind.FULLTEXT;
        }
        if (alternative.mentions("SPATIAL")) {
            return Index.Kind.SPATIAL;
        }
        if (alternative.mentions("PRIMARY")) {
            return Index.Kind.PRIMARY;
        }
        return alternative.mentions("UNIQUE") ? Index.Kind.UNIQUE : Index.Kind.PLAIN;
    }

    private static boolean possible(Expansion expansion, Index.Kind kind) {
        TableDraft table = expansion.draft().table();
        boolean searched = kind == Index.Kind.FULLTEXT || kind == Index.Kind.SPATIAL;
        return !(searched && !table.partitions().isEmpty())
                && table.columns().stream().anyMatch(column -> fits(column, kind));
    }

    private static boolean fits(Column column, Index.Kind kind) {
        Family family = column.type().family();
        return switch (kind) {
            case FULLTEXT -> TEXTS.contains(family) && !column.generated();
            case SPATIAL -> family == Family.GEOMETRY && !column.nullable();
            case PRIMARY -> family.isKeyable() && !family.isUnbounded() && !column.generated();
            case UNIQUE, PLAIN -> family.isKeyable();
        };
    }

    private static SyntaxTree.@Nullable Node keyed(
            Expansion expansion, Request request, Alternative alternative, Index.Kind kind) {
        TableDraft draft = expansion.draft().table();
        draft.keyColumns().clear();
        String name = expansion.world().freshIndex();
        Plan plan = new Plan().include("newIndexName").omit("indexType");
        if (kind == Index.Kind.SPATIAL) {
            plan.rounds("keyPart", 0);
        }
        if (kind == Index.Kind.PLAIN) {
            plan.include(
                    "UNIQUE",
                    draft.partitions().isEmpty() && expansion.choices().chance(0.15));
        }
        SyntaxTree.Node node = new Filling(expansion, request, expansion.shape(request, alternative, plan))
                .leaf("newIndexName", name)
                .leaf("tableRef", draft.name())
                .contexts((index, symbol) -> symbol.name().equals("keyPart")
                        ? request.context().in(keyClause(kind)).expecting(keyType(kind))
                        : request.context())
                .make();
        if (node != null && !draft.keyColumns().isEmpty()) {
            draft.indexes()
                    .add(new Index(
                            kind == Index.Kind.PRIMARY ? "PRIMARY" : name, kind, List.copyOf(draft.keyColumns())));
        }
        return node;
    }

    /** The key parts learn of their index by what is expected of them. */
    private static Type keyType(Index.Kind kind) {
        return switch (kind) {
            case FULLTEXT -> Type.STRING;
            case SPATIAL -> Type.GEOMETRY;
            case PRIMARY -> Type.NUMBER;
            case UNIQUE, PLAIN -> Type.ANY;
        };
    }

    private static Clause keyClause(Index.Kind kind) {
        return kind == Index.Kind.PLAIN ? Clause.DEFINITION : Clause.GROUPING;
    }

    private static Index.Kind kindOf(Type expected) {
        return switch (expected) {
            case STRING -> Index.Kind.FULLTEXT;
            case GEOMETRY -> Index.Kind.SPATIAL;
            case NUMBER -> Index.Kind.PRIMARY;
            default -> Index.Kind.PLAIN;
        };
    }

    /** A column, with a prefix length where its type wants one. */
    static SyntaxTree.@Nullable Node keyPart(Expansion expansion, Request request) {
        TableDraft draft = expansion.draft().table();
        Index.Kind kind = kindOf(request.context().expected());
        List<Column> fitting = draft.columns().stream()
                .filter(column -> fits(column, kind) && !draft.keyColumns().contains(column.name()))
                .toList();
        if (fitting.isEmpty()) {
            return null;
        }
        Column column = expansion.choices().pick(fitting);
        draft.keyColumns().add(column.name());
        Family family = column.type().family();
        boolean ordinary = kind != Index.Kind.FULLTEXT && kind != Index.Kind.SPATIAL;
        boolean prefix = ordinary
                && (family.isUnbounded()
                        || family == Family.STRING
                                && column.type().length() > 1
                                && expansion.choices().chance(0.15));
        int most = Math.min(LONGEST_PREFIX, Math.max(1, column.type().length()));
        Plan plan = new Plan().include("fieldLength", prefix);
        if (!ordinary) {
            plan.omit("orderDirection");
        }
        return new Filling(
                        expansion,
                        request,
                        expansion.shape(request, request.rule().alternatives().get(0), plan))
                .leaf("keyColumnRef", column.name())
                .leaf("fieldLength", "(" + expansion.choices().between(1, most) + ")")
                .make();
    }

    private static SyntaxTree.@Nullable Node check(Expansion expansion, Request request, Alternative alternative) {
        Scope scope = Scope.top();
        scope.add(new Relation(
                "",
                expansion.draft().table().columns().stream()
                        .filter(column -> !column.autoIncrement())
                        .toList()));
        Context context = request.context().in(scope).in(Clause.DEFINITION).expecting(Type.BOOLEAN);
        return expansion.build(request.with(context), alternative, Plan.FREE);
    }
}
