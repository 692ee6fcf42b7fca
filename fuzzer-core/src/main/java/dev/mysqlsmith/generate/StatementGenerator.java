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
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes the statements of one round: first a database, tables and rows, then whatever the profile says, for ever. The same
 * settings and choices, and the same answers to {@link #applied}, give the same statements. Not thread-safe.
 */
public final class StatementGenerator {
    private static final int TRIES = 200;

    private final Choices choices;
    private final GrammarModel model;
    private final World world;
    private final ViewWatch views;
    private final PhaseRules phases;
    private final RoundHealth health = new RoundHealth();
    private final boolean bound;
    private final ProgramWatch programs;
    private final Expansion expansion;
    private final Rule root;
    private final Deque<String> opening = new ArrayDeque<>();
    private final int setupTables;
    private final int setupRows;
    private int tablesLeft;
    private int rowsLeft;
    private @Nullable GeneratedStatement latest;
    private List<Consumer<Schema>> effects = List.of();
    private List<Runnable> failures = List.of();
    private boolean ending;

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
        this.phases = tools.phases();
        this.views = new ViewWatch(world.schema());
        this.expansion = new Expansion(tools, choices, world);
        this.programs = new ProgramWatch(world, expansion);
        this.root = model.rule("statement");
        Profile profile = tools.settings().profile();
        this.bound = !profile.has(Profile.Flag.UNBOUND);
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

    /** The next statement. What came of the one before must be told by {@link #applied} first. */
    public GeneratedStatement next() {
        SyntaxTree.Node due = world.due().peek();
        if (!opening.isEmpty()) {
            latest = opened(opening.remove());
        } else if (due != null && phases.isPossible(due, world.session().phase())) {
            latest = statement(world.due().remove());
        } else {
            latest = generate();
        }
        return latest;
    }

    /** Tells what came of a statement that {@link #next} gave. */
    public void applied(GeneratedStatement statement, boolean succeeded) {
        if (statement != latest) {
            throw new IllegalStateException("applied() is for the latest statement, not for: " + statement.sql());
        }
        boolean definition = phases.commits(statement.tree());
        if (definition) {
            world.session().closeHandlers(statement.tree());
            if (world.session().inTransaction()) {
                world.session().idle();
            }
        }
        if (succeeded && !effects.isEmpty()) {
            views.apply(statement.tree(), () -> effects.forEach(effect -> effect.accept(world.schema())));
        }
        if (!succeeded) {
            failures.forEach(Runnable::run);
        }
        views.judge(statement.tree(), succeeded);
        if (definition && succeeded) {
            programs.review();
        }
        programs.judge(statement.tree(), succeeded);
        health.ran(succeeded);
        world.due().addAll(world.session().dueNow());
        effects = List.of();
        failures = List.of();
    }

    /** Why the round should end though it could go on, if so; told by the answers alone. */
    public Optional<String> reset() {
        return bound ? health.reset(world.schema()) : Optional.empty();
    }

    /** Whether what was begun would outlive the session: more statements should follow. */
    public boolean isUnfinished() {
        return world.session().phase() == Phase.XA_PREPARED
                || world.due().stream()
                        .anyMatch(tree -> ((SyntaxTree.Node) tree.children().get(0)).is("xaStatement"));
    }

    private GeneratedStatement opened(String sql) {
        return statement(expansion.lexicon().leaf(root, sql));
    }

    private GeneratedStatement generate() {
        for (int i = 0; i < TRIES; i++) {
            expansion.begin(i > 0);
            ending = choices.chance(phases.chanceOfEnd(world.session().phase()));
            Draft draft = world.newDraft(choices.between(60, expansion.size("nodes")));
            SyntaxTree.Node tree =
                    expansion.plain(new Request(root, 0, Context.top(), Expansion.QUERY_BUDGET), this::turn, Plan.FREE);
            if (tree != null && ContextRules.holdFor(tree, world.version())) {
                count();
                effects = draft.effects();
                failures = draft.failures();
                return statement(tree);
            }
        }
        throw new IllegalStateException(
                "no statement could be made in " + TRIES + " tries: the profile leaves too little");
    }

    /** At first only tables are made, then only rows, then everything. */
    private double turn(Alternative alternative) {
        if (tablesLeft > 0) {
            return alternative.mentions("createTableStatement") ? 1 : 0;
        }
        if (rowsLeft > 0 && world.hasWritableTable()) {
            return alternative.mentions("insertStatement") ? 1 : 0;
        }
        Phase phase = world.session().phase();
        return phases.isPossible(alternative, phase) && (!ending || phases.ends(alternative, phase)) ? 1 : 0;
    }

    private void count() {
        if (tablesLeft > 0) {
            tablesLeft--;
            rowsLeft = tablesLeft == 0 ? setupTables * setupRows : 0;
        } else if (rowsLeft > 0) {
            rowsLeft--;
        }
    }

    private GeneratedStatement statement(SyntaxTree.Node tree) {
        return new GeneratedStatement(StatementKind.of(tree), tree, tree.sql());
    }
}
