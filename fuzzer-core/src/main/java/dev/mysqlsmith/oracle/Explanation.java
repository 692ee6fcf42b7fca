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
 * Explains why two ways to ask for the same rows give others: by a value that is taken for the wrong truth; else by the first
 * setting of the optimizer under which they agree; where there is none, by the smallest part of the predicate that does it
 * alone. The explanation is the signature, so that what has one cause is one finding, whatever query and whatever relation
 * showed it.
 */
final class Explanation {
    private static final String OTHER_ROWS = "other rows";

    private final Relation relation;
    private final ServerVersion version;
    private final Both both;

    Explanation(Relation relation, ServerVersion version, Both both) {
        this.relation = relation;
        this.version = version;
        this.both = both;
    }

    Incident.Failure of(QueryTree query, RelatedQueries pair, Comparison.Different different) {
        if (new ValueAsTruth(both).isCause(query, changed -> agrees(changed, pair.name()))) {
            return failure(pair, different, OTHER_ROWS, ValueAsTruth.WHY);
        }
        Optional<String> setting = relation.explanation(pair)
                .or(() -> PlanSetting.of(version).stream()
                        .filter(one -> agreeUnder(one, pair))
                        .map(PlanSetting::name)
                        .findFirst());
        if (setting.isPresent()) {
            return failure(pair, different, difference(pair, different.kind()), "decided by " + setting.get());
        }
        Optional<String> predicate = pair.place()
                .or(() -> relation.predicate(pair).flatMap(query::predicate))
                .flatMap(place -> new SmallestPredicate(query, place, changed -> differs(changed, pair)).text());
        return failure(
                pair,
                different,
                predicate.isPresent() ? OTHER_ROWS : difference(pair, different.kind()),
                "under every plan, " + predicate.orElse("as " + pair.name()));
    }

    private Incident.Failure failure(
            RelatedQueries pair, Comparison.Different different, String difference, String why) {
        return new Incident.Failure(
                new Signature(Kind.WRONG_RESULT, difference + ", " + why), evidence(pair, different, why));
    }

    private String difference(RelatedQueries pair, String kind) {
        if (kind.startsWith("result set")) {
            return "no result set";
        }
        return relation.predicate(pair).isPresent() || kind.startsWith("rows") ? OTHER_ROWS : "other values";
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

    private boolean differs(QueryTree changed, RelatedQueries pair) {
        return relation.of(changed, version, both.asker()).stream()
                .filter(other ->
                        other.name().equals(pair.name()) && other.place().equals(pair.place()))
                .anyMatch(other -> both.compare(other) instanceof Comparison.Different);
    }

    private boolean agrees(QueryTree changed, String name) {
        List<RelatedQueries> pairs = relation.of(changed, version, both.asker()).stream()
                .filter(pair -> pair.name().equals(name))
                .toList();
        return !pairs.isEmpty() && pairs.stream().allMatch(pair -> both.compare(pair) instanceof Comparison.Equal);
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
