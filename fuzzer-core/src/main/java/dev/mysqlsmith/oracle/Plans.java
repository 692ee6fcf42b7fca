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
        List<PlanSetting> settings = PlanSetting.of(version);
        boolean takesHints =
                settings.stream().findFirst().flatMap(first -> first.on(query)).isPresent();
        return takesHints
                ? settings.stream()
                        .map(setting -> RelatedQueries.later(
                                setting.name(), query, () -> setting.on(query).orElseThrow()))
                        .toList()
                : List.of();
    }

    @Override
    public Optional<String> explanation(RelatedQueries pair) {
        return Optional.of(pair.name());
    }
}
