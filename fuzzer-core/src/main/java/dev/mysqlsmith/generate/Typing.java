package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Alternative;
import dev.mysqlsmith.grammar.GrammarModel;
import dev.mysqlsmith.grammar.Resources;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What alternatives of the grammar give and take, read from {@code typing.txt}. */
final class Typing {
    /**
     * One line of the file.
     *
     * @param result a type's name, {@code same} or {@code T}
     * @param operands at least one name; the last stands for all that follow
     */
    record Signature(String result, List<String> operands) {
        /** The type's name of the {@code index}th operand. */
        String operand(int index) {
            return operands.get(Math.min(index, operands.size() - 1));
        }
    }

    private final @Nullable Signature[] byAlternative;

    private Typing(GrammarModel model) {
        byAlternative = new Signature[model.alternativeCount()];
    }

    static Typing read(GrammarModel model) {
        Typing typing = new Typing(model);
        for (String line : Resources.lines(Typing.class, "typing.txt")) {
            typing.add(model, Arrays.asList(line.split("\\s+")));
        }
        return typing;
    }

    private void add(GrammarModel model, List<String> words) {
        int slash = words.get(0).indexOf('/');
        String symbol = words.get(0).substring(slash + 1);
        Signature signature = new Signature(words.get(1), new ArrayList<>(words.subList(3, words.size())));
        int hits = 0;
        for (Alternative alternative :
                model.rule(words.get(0).substring(0, slash)).alternatives()) {
            if (Weights.mentions(alternative.body(), symbol) && byAlternative[alternative.id()] == null) {
                byAlternative[alternative.id()] = signature;
                hits++;
            }
        }
        if (hits == 0) {
            throw new IllegalStateException("typing.txt: no alternative left for '" + words.get(0) + "'");
        }
    }

    /** The signature, or null where the file has none. */
    @Nullable
    Signature of(Alternative alternative) {
        return byAlternative[alternative.id()];
    }
}
