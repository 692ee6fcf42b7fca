package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.GrammarModel;
import dev.mysqlsmith.grammar.GrammarView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the generators of all rounds share: made once, not changed later but for caches; for one thread. */
public final class GeneratorTools {
    /** Tokens that the lexer gives under an sql_mode that is not the default. */
    private static final List<String> MODES = List.of("NOT2", "PIPES_CONCAT");

    private final GeneratorSettings settings;
    private final Weights profileWeights;
    private Weights weights;
    private final GrammarView view;
    private final @Nullable Binder[] binders;
    private final Lexicon lexicon;
    private final SymbolNames names;
    private final PhaseRules phases;
    private final TableOptions tableOptions;
    private OddsTable odds;

    /**
     * The tools for these settings.
     *
     * @throws IllegalArgumentException where the profile names what the grammar has not
     */
    public GeneratorTools(GeneratorSettings settings) {
        GrammarModel model = GrammarModel.mysql();
        this.settings = settings;
        this.profileWeights = Weights.of(settings.profile(), model);
        this.weights = profileWeights;
        this.view = new GrammarView(
                model,
                alternative -> alternative.gate().admits(settings.version())
                        && profileWeights.of(alternative) > 0
                        && MODES.stream().noneMatch(alternative::mentions));
        this.binders = settings.profile().has(Profile.Flag.UNBOUND) ? Binders.none(model) : Binders.of(model, settings);
        this.phases = PhaseRules.read(model);
        this.tableOptions = new TableOptions(settings.version(), settings.profile());
        this.lexicon = new Lexicon(settings.version(), new Values(settings.version(), settings.profile()::favour));
        this.names = new SymbolNames(model);
        this.odds = new OddsTable(view, weights);
    }

    /** How many choices the grammar has that feedback can be about: their numbers are below that. */
    public int choiceCount() {
        return view.model().alternativeCount() + view.model().decisionCount();
    }

    /**
     * From the next generator on the profile's weights count that many times as much.
     *
     * @param factors positive, by the numbers of {@link UsedChoices}
     */
    public void reweigh(double[] factors) {
        weights = profileWeights.times(factors);
        odds = new OddsTable(view, weights);
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

    TableOptions tableOptions() {
        return tableOptions;
    }

    Lexicon lexicon() {
        return lexicon;
    }

    SymbolNames names() {
        return names;
    }

    OddsTable odds() {
        return odds;
    }

    PhaseRules phases() {
        return phases;
    }
}
