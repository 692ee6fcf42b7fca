package dev.mysqlsmith.oracle;

import dev.mysqlsmith.execute.Comparison;
import dev.mysqlsmith.execute.ComparisonRules;
import dev.mysqlsmith.execute.Outcome;
import dev.mysqlsmith.execute.OutcomeComparison;
import dev.mysqlsmith.finding.Incident;
import dev.mysqlsmith.finding.Kind;
import dev.mysqlsmith.finding.Signature;
import dev.mysqlsmith.grammar.SqlTokens;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.schema.SqlName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks whether a table is sound: what CHECK TABLE says, and whether each index has the rows that the table has. */
final class Soundness {
    /** Indexes whose entries are whole values, so that they alone answer a query. */
    private static final String INDEXES =
            "SELECT INDEX_NAME, GROUP_CONCAT(CONCAT('`', REPLACE(COLUMN_NAME, '`', '``'), '`')"
                    + " ORDER BY SEQ_IN_INDEX) FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = DATABASE()"
                    + " AND TABLE_NAME = '%s' AND INDEX_NAME <> 'PRIMARY' GROUP BY INDEX_NAME"
                    + " HAVING COUNT(SUB_PART) = 0 AND COUNT(COLUMN_NAME) = COUNT(*) AND MIN(INDEX_TYPE) = 'BTREE'";

    private static final String SOUND = "OK";
    private static final String CORRUPT = "Corrupt";

    /** EXCHANGE PARTITION may be told to put rows where they do not belong. */
    private static final String BY_RIGHT = "misplaced";

    private final Asker witness;

    Soundness(Asker witness) {
        this.witness = witness;
    }

    /**
     * What is wrong with a table.
     *
     * @param table its name as it is
     * @param when what was done to it: {@code insert}
     */
    Verdict judge(String table, String when) {
        Outcome check = witness.ask("CHECK TABLE " + SqlTokens.quoted(table));
        if (!(check instanceof Outcome.Rows rows)) {
            return new Verdict.Inconclusive("a table that can't be checked");
        }
        List<String> messages = rows.tables().get(0).rows().stream()
                .map(row -> String.valueOf(row.get(row.size() - 1)))
                .toList();
        if (!messages.contains(SOUND) && !messages.contains(CORRUPT)) {
            return new Verdict.Inconclusive("a table that can't be checked"); // locked, as a rule
        }
        if (messages.contains(CORRUPT) && messages.stream().noneMatch(text -> text.contains(BY_RIGHT))) {
            return suspect(
                    Kind.CORRUPTION,
                    "CHECK TABLE after " + when + ": "
                            + messages.stream().map(Soundness::plain).collect(Collectors.joining("; ")),
                    "CHECK TABLE " + SqlTokens.quoted(table) + ":\n" + String.join("\n", messages));
        }
        return Witness.rows(witness, String.format(Locale.ROOT, INDEXES, table.replace("'", "''"))).stream()
                .flatMap(index ->
                        index(table, String.valueOf(index.get(0)), String.valueOf(index.get(1)), when).stream())
                .findFirst()
                .orElseGet(Verdict.Pass::new);
    }

    /** A difference that comes back, and is none of two moments: both sides are asked in one snapshot. */
    private Optional<Verdict> index(String table, String index, String columns, String when) {
        String from = "SELECT " + columns + " FROM " + SqlTokens.quoted(table);
        String byIndex = from + " FORCE INDEX (" + SqlTokens.quoted(index) + ")";
        String byTable = from + " USE INDEX ()";
        Optional<Comparison.Different> difference =
                difference(byIndex, byTable).flatMap(once -> difference(byIndex, byTable));
        return difference.map(different -> suspect(
                Kind.WRONG_RESULT,
                "an index has other rows than its table after " + when + ": " + different.kind(),
                different.detail() + "\nhere:\n" + byIndex + ";\nthere:\n" + byTable + ";"));
    }

    private Optional<Comparison.Different> difference(String byIndex, String byTable) {
        witness.ask("START TRANSACTION WITH CONSISTENT SNAPSHOT");
        Comparison comparison =
                OutcomeComparison.compare(witness.ask(byIndex), witness.ask(byTable), ComparisonRules.multiset());
        witness.ask("COMMIT");
        return comparison instanceof Comparison.Different different
                        && !different.kind().startsWith("error")
                ? Optional.of(different)
                : Optional.empty();
    }

    private static Verdict suspect(Kind kind, String text, String evidence) {
        return new Verdict.Suspect(new Incident.Failure(new Signature(kind, text), evidence));
    }

    /** Without names and numbers. */
    private static String plain(String message) {
        return message.replaceAll("'[^']*'", "''").replaceAll("\\d+", "0");
    }

    /** The names of the base tables of the witness's database that a condition holds for. */
    static List<String> tables(Asker witness, String condition) {
        return Witness.rows(
                        witness,
                        "SELECT TABLE_NAME FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()"
                                + " AND TABLE_TYPE = 'BASE TABLE' AND " + condition + " ORDER BY TABLE_NAME")
                .stream()
                .map(row -> String.valueOf(row.get(0)))
                .toList();
    }

    /** Those that a query names, as they are. */
    static Set<String> tables(Asker witness, QueryTree query) {
        return query.statement().all("tableRef").stream()
                .map(SyntaxTree.Node::sql)
                .flatMap(name -> table(witness, name).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The one that a statement names, as it is; empty where it is no base table of that database. */
    static Optional<String> table(Asker witness, String written) {
        String plain = SqlName.plain(written);
        return tables(witness, "TABLE_NAME = '" + plain.replace("'", "''") + "'").stream()
                .findFirst();
    }
}
