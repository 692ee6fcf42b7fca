package dev.mysqlsmith.oracle;

import dev.mysqlsmith.execute.Comparison;
import dev.mysqlsmith.finding.Incident;
import dev.mysqlsmith.finding.Kind;
import dev.mysqlsmith.finding.Signature;
import dev.mysqlsmith.grammar.ServerVersion;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Explains why two ways to ask for the same rows give others: by the first setting of the optimizer under which they agree; where
 * there is none, by the smallest part of the predicate that does it alone. The explanation is the signature, so that what has one
 * cause is one finding, whatever query and whatever relation showed it.
 */
final class Explanation {
    private final Relation relation;
    private final ServerVersion version;
    private final Both both;

    Explanation(Relation relation, ServerVersion version, Both both) {
        this.relation = relation;
        this.version = version;
        this.both = both;
    }

    Incident.Failure of(QueryTree query, RelatedQueries pair, Comparison.Different different) {
        String why = relation.explanation(pair)
                .or(() -> PlanSetting.of(version).stream()
                        .filter(setting -> agreeUnder(setting, pair))
                        .map(PlanSetting::name)
                        .findFirst())
                .map(setting -> "decided by " + setting)
                .orElseGet(() -> "under every plan, " + cause(query, pair));
        String difference = difference(pair, different.kind());
        return new Incident.Failure(
                new Signature(Kind.WRONG_RESULT, difference + ", " + why), evidence(pair, different, why));
    }

    private String difference(RelatedQueries pair, String kind) {
        if (kind.startsWith("result set")) {
            return "no result set";
        }
        return relation.predicate(pair).isPresent() || kind.startsWith("rows") ? "other rows" : "other values";
    }

    private boolean agreeUnder(PlanSetting setting, RelatedQueries pair) {
        Optional<List<QueryTree>> left = under(setting, pair.left());
        Optional<List<QueryTree>> right = under(setting, pair.right());
        return left.isPresent()
                && right.isPresent()
                && both.compare(new RelatedQueries(pair.name(), left.get(), right.get())) instanceof Comparison.Equal;
    }

    private static Optional<List<QueryTree>> under(PlanSetting setting, List<QueryTree> queries) {
        List<QueryTree> changed =
                queries.stream().flatMap(query -> setting.on(query).stream()).toList();
        return changed.size() == queries.size() ? Optional.of(changed) : Optional.empty();
    }

    private String cause(QueryTree query, RelatedQueries pair) {
        return relation.predicate(pair)
                .map(clause -> new SmallestPredicate(query, clause, changed -> differs(changed, pair.name())))
                .flatMap(SmallestPredicate::text)
                .orElse("as " + pair.name());
    }

    private boolean differs(QueryTree changed, String name) {
        return relation.of(changed, version, both.asker()).stream()
                .filter(pair -> pair.name().equals(name))
                .anyMatch(pair -> both.compare(pair) instanceof Comparison.Different);
    }

    private String evidence(RelatedQueries pair, Comparison.Different different, String why) {
        return relation.name() + " " + pair.name() + ": " + different.kind() + "; " + different.detail() + "; " + why
                + "\nThe rows of these are the same on a right server.\nhere:\n"
                + texts(pair.left()) + "\nthere:\n" + texts(pair.right()) + "\n"
                + "plan here:\n" + plans(pair.left()) + "\nplan there:\n" + plans(pair.right()) + "\n";
    }

    private static String texts(List<QueryTree> queries) {
        return queries.stream().map(query -> query.sql() + ";").collect(Collectors.joining("\n"));
    }

    private String plans(List<QueryTree> queries) {
        return queries.stream().map(both::plan).collect(Collectors.joining("\n"));
    }
}
