package dev.mysqlsmith.oracle;

import dev.mysqlsmith.execute.Comparison;
import dev.mysqlsmith.execute.ComparisonRules;
import dev.mysqlsmith.execute.Outcome;
import dev.mysqlsmith.execute.OutcomeComparison;
import dev.mysqlsmith.finding.Incident;
import dev.mysqlsmith.finding.Kind;
import dev.mysqlsmith.finding.Signature;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.schema.SqlName;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * One counterpart that runs beside the judged server, statement by statement. After a change the tables are compared, so that
 * the two are known to be in step; when they are not, and by right, nothing more is compared that hangs on these tables, or nothing at
 * all where more may be out of step than tables.
 */
final class Lockstep {
    private static final String TABLES = "SELECT TABLE_NAME, (SELECT COUNT(*) FROM information_schema.COLUMNS c"
            + " WHERE c.TABLE_SCHEMA = t.TABLE_SCHEMA AND c.TABLE_NAME = t.TABLE_NAME AND EXTRA LIKE '%auto_increment%')"
            + " FROM information_schema.TABLES t WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE = 'BASE TABLE'";

    private static final String OUT_OF_STEP = "out of step";
    private static final String AFTER_FAULT = "a fault before";

    private static final String MOVING_CLOCK = "(?is)SET\\b.*\\bTIMESTAMP\\s*:?=\\s*DEFAULT\\b.*";

    private final Counterpart counterpart;
    private final Executor runner;
    private final Map<String, Integer> left = new TreeMap<>();
    private final Map<String, Boolean> tables = new HashMap<>();
    private final TablesApart apart = new TablesApart();
    private CompletableFuture<Outcome> pending =
            CompletableFuture.completedFuture(new Outcome.Updated(0, Duration.ZERO));
    private boolean tablesKnown;
    private int compared;
    private @Nullable String outOfStep;
    private @Nullable List<Intended> intended;

    Lockstep(Counterpart counterpart, Executor runner) {
        this.counterpart = counterpart;
        this.runner = runner;
    }

    /** Sends the statement to the counterpart, while it runs on the judged server. */
    void begin(StatementContext context) {
        if (outOfStep == null) {
            pending = pending.handle((before, fault) -> before) // one after the other
                    .thenApplyAsync(unused -> counterpart.run(context.session(), context.sql()), runner);
        }
    }

    /** Why not all is compared any more; null while the two are in step. */
    @Nullable
    String outOfStep() {
        return outOfStep == null ? apart.reason() : outOfStep;
    }

    /** How many statements were compared. */
    int compared() {
        return compared;
    }

    /** Why the others of so many statements were not, with how many. */
    Map<String, Integer> left(int statements) {
        Map<String, Integer> all = new TreeMap<>(left);
        int behind = statements
                - compared
                - left.values().stream().mapToInt(Integer::intValue).sum();
        if (behind > 0) {
            all.merge(OUT_OF_STEP, behind, Integer::sum);
        }
        return all;
    }

    Verdict judge(StatementOutcome ran) {
        if (outOfStep != null) {
            return new Verdict.Apart();
        }
        Verdict verdict = judge(ran, judged(ran), join());
        if (verdict instanceof Verdict.Inconclusive inconclusive) {
            left.merge(inconclusive.reason(), 1, Integer::sum);
        } else {
            compared++;
        }
        return verdict;
    }

    private Judged judged(StatementOutcome ran) {
        if (intended == null) {
            intended = Intended.between(
                    ServerVersion.parse(ran.context().server().versionString()),
                    ServerVersion.parse(counterpart.versionString()));
        }
        SyntaxTree.Node tree = ran.context().tree();
        return Judged.of(ran).doubting(tree == null ? Optional.empty() : Intended.reason(intended, tree));
    }

    private Outcome join() {
        try {
            return pending.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private Verdict judge(StatementOutcome ran, Judged statement, Outcome there) {
        Outcome here = ran.outcome();
        if (there.endsSession()) {
            return end("the reference lost the session");
        }
        if (ran.context().sql().matches(MOVING_CLOCK)) {
            return end("time");
        }
        tablesKnown &= !statement.definesTables();
        if (apart.reason() != null && hangsOnTablesApart(ran, statement, there)) {
            return statement.isQuery() || (!here.succeeded() && !there.succeeded())
                    ? new Verdict.Inconclusive(OUT_OF_STEP)
                    : part(ran, statement, OUT_OF_STEP);
        }
        Comparison comparison = statement
                .rules()
                .map(rules -> OutcomeComparison.compare(here, there, rules))
                .orElseGet(() -> new Comparison.Incomparable(statement.doubt().orElseThrow()));
        if (comparison instanceof Comparison.Different different) {
            if (!statement.isQuery()) {
                leave(ran, statement, AFTER_FAULT);
            }
            return new ServerDifference(ran, counterpart, statement).verdict(there, different);
        }
        Verdict verdict = comparison instanceof Comparison.Incomparable incomparable
                ? new Verdict.Inconclusive(incomparable.reason())
                : new Verdict.Pass();
        return statement.isQuery() ? verdict : afterChange(ran, statement, there, verdict);
    }

    private boolean hangsOnTablesApart(StatementOutcome ran, Judged statement, Outcome there) {
        SyntaxTree.Node tree = ran.context().tree();
        Asker asker = ran.context().asker();
        if (tree == null || statement.isOpaque()) {
            return true;
        }
        if (statement.drops() && ran.outcome().succeeded() && there.succeeded()) {
            apart.drop(tree, asker);
            return false;
        }
        return apart.concerns(tree, !statement.isQuery(), asker);
    }

    private Verdict afterChange(StatementOutcome ran, Judged statement, Outcome there, Verdict verdict) {
        String doubt = verdict instanceof Verdict.Inconclusive inconclusive ? inconclusive.reason() : null;
        if (ran.outcome().succeeded() != there.succeeded()) {
            return part(ran, statement, doubt == null ? "one of two fails" : doubt);
        }
        if (doubt != null && statement.isOpaque() && !(statement.isUnknown() && !there.succeeded())) {
            return end(doubt);
        }
        Optional<Verdict> warned = doubt == null && statement.changesRows()
                ? new Warnings(ran, counterpart, statement.kind()).difference()
                : Optional.empty();
        if (warned.isPresent()) {
            return warned.get();
        }
        for (String table : statement.tables()) {
            Optional<TableDifference> difference = difference(ran, table);
            if (difference.isPresent()) {
                return doubt(statement, table, difference.get())
                        .map(reason -> part(ran, statement, reason))
                        .orElseGet(() -> {
                            leave(ran, statement, AFTER_FAULT);
                            return otherRows(statement, table, difference.get().exact());
                        });
            }
        }
        return verdict;
    }

    /** How large the gaps in generated numbers are is left to the server, as is the order in which floats are added up. */
    private Optional<String> doubt(Judged statement, String table, TableDifference difference) {
        boolean numbered = Boolean.TRUE.equals(tables.get(plain(SqlName.plain(table))));
        return statement
                .doubtOfTables()
                .or(() -> numbered ? Optional.of("AUTO_INCREMENT") : Optional.empty())
                .or(() -> difference.isRounding() ? Optional.of("rounding") : Optional.empty());
    }

    /** @param isRounding whether the floats are near each other, and all else is the same */
    private record TableDifference(Comparison.Different exact, boolean isRounding) {}

    private Optional<TableDifference> difference(StatementOutcome ran, String table) {
        if (!knows(table, ran.context())) {
            return Optional.empty();
        }
        String sql = "SELECT * FROM " + table;
        Outcome here = ran.context().asker().ask(sql);
        Outcome there = counterpart.run(ran.context().session(), sql);
        ComparisonRules rules = ComparisonRules.multiset();
        return OutcomeComparison.compare(here, there, rules) instanceof Comparison.Different different
                ? Optional.of(
                        new TableDifference(different, OutcomeComparison.areEqual(here, there, rules.withFloatSums())))
                : Optional.empty();
    }

    /** Views are not looked at: what they hide may differ by right. */
    private boolean knows(String table, StatementContext context) {
        if (!tablesKnown && context.asker().ask(TABLES) instanceof Outcome.Rows rows) {
            tables.clear();
            rows.tables()
                    .get(0)
                    .rows()
                    .forEach(row -> tables.put(plain(String.valueOf(row.get(0))), !"0".equals(row.get(1))));
            tablesKnown = true;
        }
        return tables.containsKey(plain(SqlName.plain(table)));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private Verdict otherRows(Judged statement, String table, Comparison.Different different) {
        String text = "table after " + statement.kind() + ": " + different.kind();
        String evidence = "against " + counterpart.name() + ": after this statement SELECT * FROM " + table
                + " gives others: " + different.detail();
        return new Verdict.Suspect(new Incident.Failure(new Signature(Kind.WRONG_RESULT, text), evidence));
    }

    private Verdict part(StatementOutcome ran, Judged statement, String reason) {
        leave(ran, statement, reason);
        return new Verdict.Inconclusive(reason);
    }

    /** With the tables of the statement alone, where it changes nothing else. */
    private void leave(StatementOutcome ran, Judged statement, String reason) {
        StatementContext context = ran.context();
        if (!apart.add(context.tree(), statement.kind(), reason, context.asker())) {
            outOfStep = reason;
        }
    }

    private Verdict end(String reason) {
        outOfStep = reason;
        return new Verdict.Inconclusive(reason);
    }
}
