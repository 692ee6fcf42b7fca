package dev.mysqlsmith.oracle;

import dev.mysqlsmith.execute.Outcome;
import dev.mysqlsmith.finding.Incident;
import dev.mysqlsmith.finding.Kind;
import dev.mysqlsmith.finding.Signature;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Statements that give one error, which is held to be a fault of the server: {@code error=1105}. */
final class ErrorOracle implements Oracle {
    private static final Pattern NAME = Pattern.compile("error=(\\d{1,9})");

    private final int code;

    private ErrorOracle(int code) {
        this.code = code;
    }

    /** The oracle of a name, empty for one of another kind. */
    static Optional<Oracle> of(String name) {
        Matcher matcher = NAME.matcher(name);
        return matcher.matches() ? Optional.of(new ErrorOracle(Integer.parseInt(matcher.group(1)))) : Optional.empty();
    }

    @Override
    public String name() {
        return "error=" + code;
    }

    @Override
    public Verdict after(StatementOutcome ran) {
        if (!(ran.outcome() instanceof Outcome.Failed failed) || failed.error().code() != code) {
            return new Verdict.Pass();
        }
        String evidence = ran.context().sql() + "\n" + failed.error().message() + "\n";
        return new Verdict.Suspect(new Incident.Failure(new Signature(Kind.ERROR, "error " + code), evidence));
    }
}
