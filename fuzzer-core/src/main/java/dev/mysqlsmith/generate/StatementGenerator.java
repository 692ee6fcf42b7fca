package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Alternative;
import dev.mysqlsmith.grammar.ContextRules;
import dev.mysqlsmith.grammar.GrammarModel;
import dev.mysqlsmith.grammar.Rule;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.random.Choices;
import dev.mysqlsmith.schema.Schema;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes the statements of one round: first a database, tables and rows, then whatever the profile says, for ever. The same
 * settings and choices, and the same answers to {@link #applied}, give the same statements. Not thread-safe.
 */
public final class StatementGenerator {
    private static final int TRIES = 200;
    private static final int TABLES = 0;
    private static final int ROWS = 1;
    private static final int ALL = 2;

    private final Choices choices;
    private final GrammarModel model;
    private final World world;
    private final ViewWatch views;
    private final Expansion expansion;
    private final Rule root;
    private final Deque<String> opening = new ArrayDeque<>();
    private final int setupTables;
    private final int setupRows;
    private int tablesLeft;
    private int rowsLeft;
    private final Deque<Pending> pending = new ArrayDeque<>();
    private @Nullable Pending latest;

    /**
     * A generator for one round.
     *
     * @param tools what is the same for all rounds
     */
    public StatementGenerator(GeneratorTools tools, Choices choices) {
        this.choices = choices;
        this.model = tools.view().model();
        this.world = new World(
                new Schema(tools.settings().database()), tools.settings().version());
        this.views = new ViewWatch(world.schema());
        this.expansion = new Expansion(tools, choices, world);
        this.root = model.rule("statement");
        Profile profile = tools.settings().profile();
        boolean bound = !profile.has(Profile.Flag.UNBOUND);
        if (bound) {
            String database = tools.settings().database();
            opening.add("DROP DATABASE IF EXISTS " + database);
            opening.add("CREATE DATABASE " + database);
            opening.add("USE " + database);
        }
        this.setupTables = bound ? choices.between(2, profile.size("tables")) : 0;
        this.setupRows = bound ? profile.size("inserts") : 0;
        this.tablesLeft = setupTables;
    }

    /** A generator for one round; for more than one, make the {@link GeneratorTools} once. */
    public StatementGenerator(GeneratorSettings settings, Choices choices) {
        this(new GeneratorTools(settings), choices);
    }

    /**
     * The next statement. What came of the one before must be told first where {@link #awaitsOutcome} says so; of others it
     * may be told later, but in their order.
     */
    public GeneratedStatement next() {
        latest = opening.isEmpty() ? generate() : opened(opening.remove());
        pending.add(latest);
        return latest.statement();
    }

    /** Whether the latest statement may change the schema, so that its outcome should be known before the next is made. */
    public boolean awaitsOutcome() {
        return latest != null && !latest.effects().isEmpty();
    }

    /** Tells what came of the first statement of which nothing was told yet. */
    public void applied(boolean succeeded) {
        Pending first = pending.remove();
        if (succeeded && !first.effects().isEmpty()) {
            views.apply(
                    first.statement().tree(), () -> first.effects().forEach(effect -> effect.accept(world.schema())));
        }
        views.judge(first.statement().tree(), succeeded);
        if (first == latest) {
            latest = null;
        }
    }

    /** The same, for callers that tell of each statement before they ask for the next. */
    public void applied(GeneratedStatement statement, boolean succeeded) {
        if (pending.isEmpty() || statement != pending.peek().statement()) {
            throw new IllegalStateException("applied() is not for: " + statement.sql());
        }
        applied(succeeded);
    }

    /** A statement of whose outcome nothing was told yet. */
    private record Pending(GeneratedStatement statement, List<Consumer<Schema>> effects) {}

    private Pending opened(String sql) {
        return pending(expansion.lexicon().leaf(root, sql), List.of(), UsedChoices.none());
    }

    private Pending generate() {
        for (int i = 0; i < TRIES; i++) {
            expansion.begin(i > 0);
            Draft draft = world.newDraft(choices.between(60, expansion.size("nodes")));
            Request request = new Request(root, 0, Context.top(), Expansion.QUERY_BUDGET);
            int turn = tablesLeft > 0 ? TABLES : rowsLeft > 0 && world.hasWritableTable() ? ROWS : ALL;
            SyntaxTree.Node tree =
                    expansion.plain(request, turn, alternative -> isTurn(alternative, turn) ? 1 : 0, Plan.FREE);
            if (tree != null && ContextRules.holdFor(tree, world.version())) {
                count();
                return pending(tree, draft.effects(), expansion.used());
            }
        }
        throw new IllegalStateException(
                "no statement could be made in " + TRIES + " tries: the profile leaves too little");
    }

    /** At first only tables are made, then only rows, then everything. */
    private static boolean isTurn(Alternative alternative, int turn) {
        return turn == ALL || alternative.mentions(turn == TABLES ? "createTableStatement" : "insertStatement");
    }

    private void count() {
        if (tablesLeft > 0) {
            tablesLeft--;
            rowsLeft = tablesLeft == 0 ? setupTables * setupRows : 0;
        } else if (rowsLeft > 0) {
            rowsLeft--;
        }
    }

    private static Pending pending(SyntaxTree.Node tree, List<Consumer<Schema>> effects, UsedChoices used) {
        return new Pending(new GeneratedStatement(StatementKind.of(tree), tree, tree.sql(), used), effects);
    }
}
