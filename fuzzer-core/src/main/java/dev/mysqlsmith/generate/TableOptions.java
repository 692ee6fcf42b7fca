package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Alternative;
import dev.mysqlsmith.grammar.Gate;
import dev.mysqlsmith.grammar.GrammarModel;
import dev.mysqlsmith.grammar.Resources;
import dev.mysqlsmith.grammar.Rule;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.random.Choices;
import dev.mysqlsmith.schema.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Engines and options of tables, from the data files. */
final class TableOptions {
    /** Options that go together: {@code engine} is the engine's name in upper case, with /TEMPORARY, or ANY. */
    private record Line(
            double weight,
            String engine,
            String group,
            List<String> options,
            @Nullable Alternative alternative) {}

    private final List<Engine> engines = new ArrayList<>();
    private final List<Double> engineWeights = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();

    TableOptions(ServerVersion version, Profile profile) {
        for (String line : Resources.lines(TableOptions.class, "engines.txt")) {
            String[] words = line.split("\\s+");
            Engine engine = Engine.valueOf(words[1]);
            engines.add(engine);
            engineWeights.add(Double.parseDouble(words[0]) * profile.weight(engine));
        }
        if (engineWeights.stream().noneMatch(weight -> weight > 0)) {
            throw new IllegalArgumentException("profile '" + profile.name()
                    + "' leaves no engine that tables can be made of: one needs a weight above 0");
        }
        for (String line : Resources.lines(TableOptions.class, "tableoptions.txt")) {
            String[] cells = line.split("\t");
            if (cells.length < 5 || Gate.parse(cells[4]).admits(version)) {
                List<String> options = List.of(cells[3].split("; "));
                lines.add(new Line(
                        Double.parseDouble(cells[0]),
                        cells[1].toUpperCase(Locale.ROOT),
                        cells[2],
                        options,
                        alternative(options.get(0).split("[ =]", 2)[0])));
            }
        }
    }

    /** The alternative of the grammar that an option is: the last one that mentions its word. */
    private static @Nullable Alternative alternative(String word) {
        Alternative last = null;
        for (Alternative alternative : GrammarModel.mysql().rule("tableOption").alternatives()) {
            if (alternative.mentions(word)) {
                last = alternative;
            }
        }
        return last;
    }

    /** The engine of a new table. */
    Engine engine(Choices choices) {
        return engines.get(choices.weighted(
                engineWeights.stream().mapToDouble(Double::doubleValue).toArray()));
    }

    /** Adds up to {@code most} options for the table to its draft. */
    void choose(Expansion expansion, TableDraft draft, int most) {
        String engine = draft.engine().name() + (draft.traits().temporary() ? "/TEMPORARY" : "");
        List<Line> left = new ArrayList<>();
        for (Line line : lines) {
            if (line.engine().equals("ANY") || line.engine().equals(engine)) {
                left.add(line);
            }
        }
        for (int i = 0; i < most && !left.isEmpty(); i++) {
            double[] weights = left.stream()
                    .mapToDouble(line -> line.weight() * weight(expansion, line))
                    .toArray();
            if (java.util.Arrays.stream(weights).sum() <= 0) {
                return;
            }
            Line line = left.get(expansion.choices().weighted(weights));
            draft.options().addAll(line.options());
            left.removeIf(other -> other.group().equals(line.group()));
        }
    }

    /** A profile may take options out. */
    private static double weight(Expansion expansion, Line line) {
        Alternative alternative = line.alternative();
        if (alternative == null) {
            return 1;
        }
        return expansion.view().isAvailable(alternative) ? expansion.weights().of(alternative) : 0;
    }

    /** The options that the draft has, where there are any. */
    static SyntaxTree.@Nullable Node bind(Expansion expansion, Request request) {
        List<SyntaxTree> trees = trees(expansion);
        if (trees.isEmpty()) {
            return null;
        }
        Plan plan = new Plan().rounds("tableOption", trees.size() - 1);
        return new Filling(
                        expansion,
                        request,
                        expansion.shape(request, request.rule().alternatives().get(0), plan))
                .put("tableOption", trees)
                .make();
    }

    static List<SyntaxTree> trees(Expansion expansion) {
        Rule rule = expansion.rule("tableOption");
        List<SyntaxTree> trees = new ArrayList<>();
        for (String option : expansion.draft().table().options()) {
            trees.add(expansion.lexicon().leaf(rule, option));
        }
        return trees;
    }
}
