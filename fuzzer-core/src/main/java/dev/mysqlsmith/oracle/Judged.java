package dev.mysqlsmith.oracle;

import dev.mysqlsmith.execute.ComparisonRules;
import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a tree says of a statement whose effects on two servers are compared.
 *
 * @param kind by the name of its rule: {@code select}, {@code update}, {@code alterTable}
 * @param comparability how its answers may be compared
 * @param tables those that it may change, as it names them; empty where it changes none, or does not name them
 * @param copies whether what it writes comes from a query
 */
record Judged(String kind, Comparability.Verdict comparability, Set<String> tables, boolean copies) {
    private static final String UNKNOWN = "statement";
    private static final Set<String> QUERIES =
            Set.of("select", "explain", "show", "help", "do", "handler", "checksumTable", "checkTable");
    private static final Set<String> CHANGES = Set.of("insert", "replace", "update", "delete");
    /** What they change can't be told from their trees. */
    private static final Set<String> OPAQUE = Set.of(UNKNOWN, "call", "execute", "load", "importTable");

    private static final Set<String> DEFINITIONS = Set.of("createTable", "alterTable", "truncate");

    private static final Set<String> DROPS = Set.of("dropTable", "dropDatabase");

    static Judged of(StatementOutcome ran) {
        SyntaxTree.Node statement = ran.context().tree();
        if (statement == null) {
            return new Judged(UNKNOWN, ran.comparability(), Set.of(), false);
        }
        String kind = statement.children().get(0) instanceof SyntaxTree.Node node
                ? node.rule().name().replaceFirst("Statement$", "")
                : UNKNOWN;
        Set<String> tables = CHANGES.contains(kind) || DEFINITIONS.contains(kind)
                ? Stream.of("tableRef", "deleteTableRef", "newTableName")
                        .flatMap(rule -> statement.all(rule).stream())
                        .map(SyntaxTree.Node::sql)
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
        boolean copies = !statement.all("query").isEmpty();
        return new Judged(kind, ran.comparability(), tables, copies);
    }

    /** The same where a difference may be no fault for that reason, if there is one. */
    Judged doubting(Optional<String> reason) {
        return comparability instanceof Comparability.Verdict.By by && reason.isPresent()
                ? new Judged(kind, new Comparability.Verdict.By(by.rules().withDoubt(reason.get())), tables, copies)
                : this;
    }

    /** Whether it leaves tables and their rows as they are. */
    boolean isQuery() {
        return QUERIES.contains(kind);
    }

    /** Whether it changes rows, and nothing else. */
    boolean changesRows() {
        return CHANGES.contains(kind);
    }

    /** Whether the grammar does not have it. */
    boolean isUnknown() {
        return kind.equals(UNKNOWN);
    }

    /** Whether it may change tables that it does not name. */
    boolean isOpaque() {
        return OPAQUE.contains(kind);
    }

    /** Whether other tables may be there afterwards. */
    boolean definesTables() {
        return !isQuery() && !CHANGES.contains(kind);
    }

    /** Whether tables that it names, or those of a database, are gone afterwards. */
    boolean drops() {
        return DROPS.contains(kind);
    }

    /** Why its answers can't be compared, or may differ by right. */
    Optional<String> doubt() {
        return comparability.doubt();
    }

    /** Why the rows that it leaves behind may differ by right. */
    Optional<String> doubtOfTables() {
        boolean plainDefinition = DEFINITIONS.contains(kind) && !copies && rules().isPresent();
        return plainDefinition ? Optional.empty() : doubt();
    }

    /** By which its answers are compared; empty where they can't be. */
    Optional<ComparisonRules> rules() {
        return comparability instanceof Comparability.Verdict.By by ? Optional.of(by.rules()) : Optional.empty();
    }
}
