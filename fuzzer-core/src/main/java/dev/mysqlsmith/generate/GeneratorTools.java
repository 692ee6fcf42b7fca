package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.GrammarModel;
import dev.mysqlsmith.grammar.GrammarView;
import org.jspecify.annotations.Nullable;

/** What the generators of all rounds share: made once, not changed later but for caches; for one thread. */
public final class GeneratorTools {
    private final GeneratorSettings settings;
    private final Weights weights;
    private final GrammarView view;
    private final @Nullable Binder[] binders;
    private final Lexicon lexicon;

    /**
     * The tools for these settings.
     *
     * @throws IllegalArgumentException where the profile names what the grammar has not
     */
    public GeneratorTools(GeneratorSettings settings) {
        GrammarModel model = GrammarModel.mysql();
        this.settings = settings;
        this.weights = Weights.of(settings.profile(), model);
        this.view = new GrammarView(
                model, alternative -> alternative.gate().admits(settings.version()) && weights.of(alternative) > 0);
        this.binders = Binders.of(model, settings.version());
        this.lexicon = new Lexicon(settings.version(), new Values(settings.version()));
    }

    GeneratorSettings settings() {
        return settings;
    }

    Weights weights() {
        return weights;
    }

    GrammarView view() {
        return view;
    }

    @Nullable
    Binder[] binders() {
        return binders;
    }

    Lexicon lexicon() {
        return lexicon;
    }
}
