package dev.mysqlsmith.oracle;

import dev.mysqlsmith.grammar.ServerVersion;
import java.util.List;
import java.util.Optional;

/**
 * Differential query plans: a query gives the same rows under settings of the optimizer that make it choose another plan.
 *
 * <p>Source: Ba and Rigger, Keep It Simple: Testing Databases via Differential Query Plans, SIGMOD 2024.
 */
final class Plans implements Relation {

    @Override
    public String name() {
        return "dqp";
    }

    @Override
    public List<RelatedQueries> of(QueryTree query, ServerVersion version, Asker asker) {
        return PlanSetting.of(version).stream()
                .flatMap(setting -> setting.on(query).stream()
                        .map(other -> new RelatedQueries(setting.name(), List.of(query), List.of(other))))
                .toList();
    }

    @Override
    public Optional<String> explanation(RelatedQueries pair) {
        return Optional.of(pair.name());
    }
}
