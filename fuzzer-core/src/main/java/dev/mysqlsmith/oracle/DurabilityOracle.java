package dev.mysqlsmith.oracle;

import dev.mysqlsmith.execute.Comparison;
import dev.mysqlsmith.execute.ComparisonRules;
import dev.mysqlsmith.execute.Outcome;
import dev.mysqlsmith.execute.OutcomeComparison;
import dev.mysqlsmith.execute.SessionException;
import dev.mysqlsmith.finding.Incident;
import dev.mysqlsmith.finding.IncidentReader;
import dev.mysqlsmith.finding.Kind;
import dev.mysqlsmith.finding.Signature;
import dev.mysqlsmith.grammar.SqlTokens;
import dev.mysqlsmith.random.Choices;
import dev.mysqlsmith.server.Evidence;
import dev.mysqlsmith.server.Server;
import dev.mysqlsmith.server.ServerException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Ends the server as {@code kill -9} does, now and then, and starts it again: what was committed must be there, and sound. It
 * can do that once, since it ends the session with it.
 */
public final class DurabilityOracle implements Oracle {
    /** A restart takes as long as some thousand statements. */
    private static final double SHARE = 1.0 / 5000;

    private static final String STORED = "ENGINE = 'InnoDB'";

    private final @Nullable Choices choices;
    private final Witness.Opener opener;
    private boolean done;

    /** @param choices draws after which statement; null for the first one */
    DurabilityOracle(@Nullable Choices choices, Witness.Opener opener) {
        this.choices = choices;
        this.opener = opener;
    }

    @Override
    public String name() {
        return Oracles.DURABILITY;
    }

    @Override
    public Optional<String> spent() {
        return done ? Optional.of("the server was killed") : Optional.empty();
    }

    @Override
    public boolean leavesTraces() {
        return done;
    }

    @Override
    public Verdict after(StatementOutcome ran) {
        Server server = ran.context().server();
        if (done || !server.isRestartable() || (choices != null && !choices.chance(SHARE))) {
            return new Verdict.Apart();
        }
        ran.context().asker().ask("UNLOCK TABLES"); // a table that is locked can't be read from outside
        String database = Witness.database(ran.context().asker());
        try {
            Map<String, Stored> before = stored(server, database);
            done = true;
            server.restart();
            return judge(before, server, database);
        } catch (SessionException e) {
            return new Verdict.Inconclusive("durability: no session");
        } catch (ServerException e) {
            return new Verdict.Suspect(downfall(server, e));
        }
    }

    /** A table as it is stored. */
    private record Stored(Outcome definition, Outcome rows) {}

    private Map<String, Stored> stored(Server server, String database) {
        Map<String, Stored> tables = new TreeMap<>();
        try (Witness witness = opener.open(server, database)) {
            witness.ask("START TRANSACTION WITH CONSISTENT SNAPSHOT");
            for (String table : Soundness.tables(witness, STORED)) {
                String quoted = SqlTokens.quoted(table);
                tables.put(
                        table,
                        new Stored(witness.ask("SHOW CREATE TABLE " + quoted), witness.ask("SELECT * FROM " + quoted)));
            }
        }
        return tables;
    }

    private Verdict judge(Map<String, Stored> before, Server server, String database) {
        Map<String, Stored> after = stored(server, database);
        if (!before.keySet().equals(after.keySet())) {
            return suspect("other tables", "before: " + before.keySet() + "\nafter: " + after.keySet());
        }
        for (Map.Entry<String, Stored> table : before.entrySet()) {
            Optional<Verdict> verdict = difference(table.getKey(), table.getValue(), after.get(table.getKey()));
            if (verdict.isPresent()) {
                return verdict.get();
            }
        }
        try (Witness witness = opener.open(server, database)) {
            Soundness soundness = new Soundness(witness);
            return before.keySet().stream()
                    .map(table -> soundness.judge(table, "a crash"))
                    .filter(verdict -> !(verdict instanceof Verdict.Pass))
                    .findFirst()
                    .orElseGet(Verdict.Pass::new);
        }
    }

    private Optional<Verdict> difference(String table, Stored before, @Nullable Stored after) {
        if (after == null || !definition(before).equals(definition(after))) {
            return Optional.of(suspect(
                    "another definition",
                    "before:\n" + definition(before) + "\nafter:\n" + (after == null ? "" : definition(after))));
        }
        Comparison comparison = OutcomeComparison.compare(after.rows(), before.rows(), ComparisonRules.multiset());
        return comparison instanceof Comparison.Different different
                ? Optional.of(suspect(different.kind(), "SELECT * FROM " + table + " after it: " + different.detail()))
                : Optional.empty();
    }

    /** Counters are not data: which number comes next is written down late before 8.0. */
    private static String definition(Stored table) {
        return table.definition() instanceof Outcome.Rows rows
                ? String.valueOf(rows.tables().get(0).rows().get(0).get(1)).replaceAll(" AUTO_INCREMENT=\\d+", "")
                : "";
    }

    private static Verdict suspect(String what, String evidence) {
        return new Verdict.Suspect(
                new Incident.Failure(new Signature(Kind.WRONG_RESULT, "after kill -9 and restart: " + what), evidence));
    }

    /** The kill was ours, what the start made of it was not. */
    private static Incident.Failure downfall(Server server, ServerException fault) {
        Evidence evidence = server.evidence(Duration.ZERO);
        Incident incident = IncidentReader.read(new Evidence(false, null, null, false, false, evidence.log()));
        return incident instanceof Incident.Failure failure
                ? failure
                : new Incident.Failure(
                        new Signature(Kind.CORRUPTION, "the server does not start after kill -9"),
                        fault.getMessage() + "\n" + evidence.log());
    }
}
