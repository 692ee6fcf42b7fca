package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Alternative;
import dev.mysqlsmith.grammar.Element;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.schema.Column;
import dev.mysqlsmith.schema.Engine;
import dev.mysqlsmith.schema.Family;
import dev.mysqlsmith.schema.Index;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Indexes and constraints of the table under construction: key parts are columns that can be keyed, each once. */
final class KeyBinders {
    private static final Set<Family> TEXTS = Set.of(Family.STRING, Family.TEXT);
    private static final int LONGEST_PREFIX = 50;
    private static final double ONE_TEXT = 0.7;
    private static final double FOREIGN = 0.35;
    private static final double FUNCTIONAL = 0.12;

    private KeyBinders() {}

    /** KEY, FULLTEXT or SPATIAL KEY. */
    static SyntaxTree.@Nullable Node indexDefinition(Expansion expansion, Request request) {
        return expansion.attempt(
                request,
                alternative -> possible(expansion, kind(alternative)) ? 1 : 0,
                alternative -> keyed(expansion, request, alternative, kind(alternative)));
    }

    /** [CONSTRAINT name] PRIMARY KEY, UNIQUE, CHECK or FOREIGN KEY. */
    static SyntaxTree.@Nullable Node constraintDefinition(Expansion expansion, Request request) {
        String name = expansion.world().freshIndex();
        SyntaxTree.Node foreign =
                expansion.choices().chance(FOREIGN) ? ForeignKeys.overColumns(expansion, request) : null;
        if (foreign != null) {
            return foreign;
        }
        List<Element.Symbol> shape =
                expansion.shape(request, request.rule().alternatives().get(0), Plan.FREE);
        boolean named = shape.stream().anyMatch(symbol -> symbol.name().equals("newConstraintName"));
        SyntaxTree.Node node = new Filling(expansion, request, shape)
                .leaf("newConstraintName", name)
                .make();
        boolean check = node != null && node.children("tableConstraint").get(0).has("checkConstraint");
        if (check && named) {
            expansion.draft().table().addCheck(name);
        }
        return node;
    }

    /** PRIMARY KEY, UNIQUE or CHECK. */
    static SyntaxTree.@Nullable Node tableConstraint(Expansion expansion, Request request) {
        boolean primary = expansion.draft().table().hasPrimaryKey();
        boolean parted = !expansion.draft().table().partitions().isEmpty();
        return expansion.attempt(
                request,
                alternative -> alternative.mentions("FOREIGN")
                                || alternative.mentions("PRIMARY") && (primary || parted)
                                || alternative.mentions("UNIQUE") && parted
                        ? 0
                        : 1,
                alternative -> alternative.mentions("checkConstraint")
                        ? check(expansion, request, alternative)
                        : keyed(expansion, request, alternative, kind(alternative)));
    }

    /** CREATE INDEX on the table that the draft tells of. */
    static SyntaxTree.@Nullable Node createIndex(Expansion expansion, Request request) {
        return TablePicks.alterable(expansion)
                .map(table -> {
                    TableDraft draft = TableDraft.of(table);
                    expansion.draft().defines(draft);
                    Request on = request.with(request.context().on(table));
                    SyntaxTree.Node node = expansion.attempt(
                            on,
                            alternative -> possible(expansion, kind(alternative)) ? 1 : 0,
                            alternative -> keyed(expansion, on, alternative, kind(alternative)));
                    expansion.draft().onSuccess(schema -> {
                        schema.put(draft.toTable());
                        expansion.world().definitions().forget(table.name());
                    });
                    return node;
                })
                .orElse(null);
    }

    /** HASH is for MEMORY. */
    static SyntaxTree.@Nullable Node indexAlgorithm(Expansion expansion, Request request) {
        boolean memory = expansion.draft().table().engine() == Engine.MEMORY;
        return expansion.plain(
                request,
                alternative -> alternative.mentions("BTREE") || memory && alternative.mentions("HASH") ? 1 : 0,
                Plan.FREE);
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
        boolean searchable = table.partitions().isEmpty()
                && table.engine().searches()
                && !table.traits().temporary();
        return !(searched && !searchable)
                && !(kind == Index.Kind.FULLTEXT && !table.isWritable())
                && table.columns().stream().anyMatch(column -> fits(column, kind));
    }

    private static boolean fits(Column column, Index.Kind kind) {
        Family family = column.type().family();
        return switch (kind) {
            case FULLTEXT -> TEXTS.contains(family) && !column.generated();
            case SPATIAL -> family == Family.GEOMETRY && !column.nullable();
            case PRIMARY -> family.isKeyable() && !family.isUnbounded() && !column.generated() && !column.nullable();
            case UNIQUE, PLAIN -> family.isKeyable();
        };
    }

    private static SyntaxTree.@Nullable Node keyed(
            Expansion expansion, Request request, Alternative alternative, Index.Kind kind) {
        TableDraft draft = expansion.draft().table();
        draft.keyColumns().clear();
        draft.multiValued(false);
        String name = expansion.world().freshIndex();
        Plan plan = new Plan().include("newIndexName");
        boolean hashed = draft.engine() == Engine.MEMORY;
        if (!hashed) {
            plan.omit("indexType");
        }
        if (kind == Index.Kind.SPATIAL
                || kind == Index.Kind.FULLTEXT && expansion.choices().chance(ONE_TEXT)) {
            plan.rounds("keyPart", 0);
        }
        if (kind == Index.Kind.PRIMARY) {
            plan.rounds("indexOption", 0);
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
                            kind == Index.Kind.PRIMARY ? "PRIMARY" : name,
                            kind,
                            draft.keyColumns(),
                            Indexes.isHidden(node)));
            if (kind == Index.Kind.PRIMARY) {
                draft.columns()
                        .replaceAll(column -> draft.keyColumns().contains(column.name())
                                ? column.retyped(column.type(), false)
                                : column);
            }
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

    /** A column, with a prefix length where its type wants one; sometimes an expression. */
    static SyntaxTree.@Nullable Node keyPart(Expansion expansion, Request request) {
        TableDraft draft = expansion.draft().table();
        Index.Kind kind = kindOf(request.context().expected());
        boolean functional = kind == Index.Kind.PLAIN
                && request.context().clause() == Clause.DEFINITION
                && draft.engine().isInnodb()
                && FunctionalKeys.isAvailable(expansion)
                && expansion.choices().chance(FUNCTIONAL);
        SyntaxTree.Node part = functional ? FunctionalKeys.keyPart(expansion, request) : null;
        return part != null ? part : columnPart(expansion, request, kind);
    }

    private static SyntaxTree.@Nullable Node columnPart(Expansion expansion, Request request, Index.Kind kind) {
        TableDraft draft = expansion.draft().table();
        List<Column> fitting = draft.columns().stream()
                .filter(column -> fits(column, kind)
                        && !(column.generated() && !draft.engine().isInnodb())
                        && !draft.keyColumns().contains(column.name()))
                .toList();
        if (fitting.isEmpty()) {
            return null;
        }
        Column column = expansion.choices().pick(fitting);
        draft.keyColumns().add(column.name());
        boolean ordinary = kind != Index.Kind.FULLTEXT && kind != Index.Kind.SPATIAL;
        int most = Math.min(LONGEST_PREFIX, Math.max(1, column.type().length()));
        Plan plan = new Plan().include("fieldLength", ordinary && isPrefixed(expansion, column));
        if (!ordinary || !expansion.draft().table().engine().isInnodb()) {
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

    private static boolean isPrefixed(Expansion expansion, Column column) {
        Family family = column.type().family();
        int length = column.type().length();
        return family.isUnbounded()
                || family == Family.STRING
                        && (length > expansion.draft().table().longestKeyPart()
                                || length > 1 && expansion.choices().chance(0.15));
    }

    private static SyntaxTree.@Nullable Node check(Expansion expansion, Request request, Alternative alternative) {
        Scope scope = Scope.top();
        scope.add(new Relation(
                "",
                expansion.draft().table().columns().stream()
                        .filter(column -> !column.autoIncrement())
                        .toList()));
        Context context = request.context().in(scope).in(Clause.DEFINITION).expecting(Type.BOOLEAN);
        SyntaxTree.Node node = expansion.build(request.with(context), alternative, Plan.FREE);
        if (node != null && !Conditions.isCheck(node)) {
            return null;
        }
        if (node != null) {
            TableDraft draft = expansion.draft().table();
            draft.pin(draft.namesIn(node));
        }
        return node;
    }
}
