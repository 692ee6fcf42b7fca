package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Alternative;
import dev.mysqlsmith.grammar.Element;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a binder has decided about the shape of a rule; each decision is named by a symbol that stands in the part. */
final class Plan {
    /** Nothing is decided. */
    static final Plan FREE = new Plan();

    private final Map<String, Boolean> included = new LinkedHashMap<>();
    private final Map<String, Integer> repeated = new LinkedHashMap<>();
    private final Map<String, Boolean> chosen = new LinkedHashMap<>();

    /** The optional part that mentions {@code symbol} is there. */
    Plan include(String symbol) {
        return include(symbol, true);
    }

    /** The optional part that mentions {@code symbol} is not there. */
    Plan omit(String symbol) {
        return include(symbol, false);
    }

    Plan include(String symbol, boolean there) {
        included.put(symbol, there);
        return this;
    }

    /** The repetition that mentions {@code symbol} has that many rounds. */
    Plan rounds(String symbol, int rounds) {
        repeated.put(symbol, rounds);
        return this;
    }

    /** In a block, the alternative that mentions {@code symbol} is taken. */
    Plan choose(String symbol) {
        chosen.put(symbol, true);
        return this;
    }

    /** In a block, alternatives that mention {@code symbol} are not taken. */
    Plan avoid(String symbol) {
        chosen.put(symbol, false);
        return this;
    }

    @Nullable
    Boolean included(Element.Optional optional) {
        return included.isEmpty() ? null : find(included, optional.body(), true);
    }

    @Nullable
    Integer rounds(Element.Repetition repetition) {
        return repeated.isEmpty() ? null : find(repeated, repetition.body(), true);
    }

    /** Those of {@code candidates} that the plan leaves. */
    List<Alternative> leave(List<Alternative> candidates) {
        if (chosen.isEmpty()) {
            return candidates;
        }
        List<Alternative> wanted = candidates.stream()
                .filter(a -> Boolean.TRUE.equals(find(chosen, a.body(), false)))
                .toList();
        List<Alternative> left = candidates.stream()
                .filter(a -> !Boolean.FALSE.equals(find(chosen, a.body(), false)))
                .toList();
        return !wanted.isEmpty() ? wanted : !left.isEmpty() ? left : candidates;
    }

    private static <T> @Nullable T find(Map<String, T> decided, Element body, boolean deep) {
        for (Map.Entry<String, T> entry : decided.entrySet()) {
            if (deep ? Weights.names(body, entry.getKey()) : Weights.mentions(body, entry.getKey())) {
                return entry.getValue();
            }
        }
        return null;
    }
}
