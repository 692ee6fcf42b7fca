package dev.mysqlsmith.oracle;

import dev.mysqlsmith.execute.ErrorClasses;
import dev.mysqlsmith.finding.Incident;
import dev.mysqlsmith.finding.Kind;
import dev.mysqlsmith.finding.Signature;
import dev.mysqlsmith.grammar.ServerVersion;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What two servers of one version warn of after a change of rows. How often depends on the plan, and so do warnings of what
 * stands in an expression ({@code plan-errors.txt}); versions warn of other things.
 */
final class Warnings {
    private static final String NOTE = "Note";

    private final StatementOutcome ran;
    private final Counterpart counterpart;
    private final String kind;

    /** @param kind of the statement: {@code insert} */
    Warnings(StatementOutcome ran, Counterpart counterpart, String kind) {
        this.ran = ran;
        this.counterpart = counterpart;
        this.kind = kind;
    }

    /** The suspicion that one warns of what the other does not; to be asked for before the next statement. */
    Optional<Verdict> difference() {
        String mine = ran.context().server().versionString();
        if (!ServerVersion.parse(mine).equals(ServerVersion.parse(counterpart.versionString()))
                || !ran.outcome().succeeded()) {
            return Optional.empty();
        }
        Set<String> here = codes(ran.context().asker());
        Set<String> there = codes(sql -> counterpart.run(ran.context().session(), sql));
        return here.equals(there) ? Optional.empty() : Optional.of(suspect(here, there));
    }

    private Verdict suspect(Set<String> here, Set<String> there) {
        Set<String> onlyHere = new TreeSet<>(here);
        onlyHere.removeAll(there);
        Set<String> onlyThere = new TreeSet<>(there);
        onlyThere.removeAll(here);
        String text = onlyHere.isEmpty()
                ? String.format(Locale.ROOT, "%s: warning %s only there", kind, first(onlyThere))
                : String.format(Locale.ROOT, "%s: warning %s only here", kind, first(onlyHere));
        String evidence = "against " + counterpart.name() + ": " + ran.context().sql() + ";\nwarnings here: " + here
                + "\nwarnings there: " + there;
        return new Verdict.Suspect(new Incident.Failure(new Signature(Kind.WRONG_RESULT, text), evidence));
    }

    private static String first(Set<String> codes) {
        return codes.iterator().next();
    }

    private static Set<String> codes(Asker asker) {
        return Witness.rows(asker, "SHOW WARNINGS").stream()
                .filter(row -> !NOTE.equals(row.get(0)))
                .map(row -> String.valueOf(row.get(1)))
                .filter(code -> ErrorClasses.reason(Integer.parseInt(code)).isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
