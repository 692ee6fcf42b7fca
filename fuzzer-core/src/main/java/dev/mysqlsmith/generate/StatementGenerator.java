package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Alternative;
import dev.mysqlsmith.grammar.ContextRules;
import dev.mysqlsmith.grammar.GrammarModel;
import dev.mysqlsmith.grammar.Rule;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.random.Choices;
import dev.mysqlsmith.schema.Schema;
import dev.mysqlsmith.schema.Table;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes the statements of one round: first a database, a clock that stands still, tables and rows (those of the
 * settings' seed, or its own), then whatever the profile says, for ever. The same
 * settings and choices, and the same answers to {@link #applied}, give the same statements. Not thread-safe.
 */
public final class StatementGenerator {
    private static final int TRIES = 200;
    private static final int TABLES = 0;
    private static final int ROWS = 1;
    private static final int ALL = 2;
    private static final int LEAST_NODES = 60;
    private static final double PLAIN_DATABASE = 0.85;

    /**
     * What NOW() is in a round, 2024-01-01 00:00:00 UTC: with a clock that goes on, rows are unique in one run and not in the
     * next, and neither a campaign nor a repro runs twice the same way.
     */
    private static final long CLOCK = 1_704_067_200;

    /** What all versions can prepare, and drivers do. */
    private static final Set<String> PREPARABLE =
            Set.of("SELECT", "INSERT", "REPLACE", "UPDATE", "DELETE", "DO", "CALL");

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
    private final Deque<SeedStatement> seeds = new ArrayDeque<>();
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
                new Schema(tools.settings().database()),
                tools.settings().version(),
                tools.settings().seed().names());
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
            boolean plain = choices.chance(PLAIN_DATABASE);
            opening.add(
                    "CREATE DATABASE " + database + (plain ? "" : " " + MaintenanceBinders.databaseOption(choices)));
            opening.add("USE " + database);
        }
        opening.add("SET timestamp = " + CLOCK);
        SeedScript seed = tools.settings().seed();
        boolean seeded = bound && seed.size() > 0;
        if (seeded) {
            seeds.addAll(seed.statements());
        }
        this.setupTables = !bound ? 0 : seeded ? seed.tables().size() : choices.between(2, profile.size("tables"));
        this.setupRows = bound ? profile.size("inserts") : 0;
        this.tablesLeft = seeded ? 0 : setupTables;
        this.rowsLeft = seeded && !seed.hasRows() ? setupTables * setupRows : 0;
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
        SyntaxTree.Node due = world.due().peek();
        if (!opening.isEmpty()) {
            latest = opened(opening.remove());
        } else if (!seeds.isEmpty()) {
            latest = seeded(seeds.remove());
        } else if (due != null && phases.isPossible(due, world.session().phase())) {
            latest = pending(world.due().remove(), List.of(), List.of(), UsedChoices.none());
        } else {
            latest = generate();
        }
        pending.add(latest);
        return latest.statement();
    }

    /** What it believes the database to be. */
    Schema schema() {
        return world.schema();
    }

    /** Whether the latest statement may change the schema, so that its outcome should be known before the next is made. */
    public boolean awaitsOutcome() {
        return latest != null
                && (!latest.effects().isEmpty()
                        || !latest.failures().isEmpty()
                        || phases.commits(latest.statement().tree()));
    }

    /** Tells what came of the first statement of which nothing was told yet. */
    public void applied(boolean succeeded) {
        Pending first = pending.remove();
        SyntaxTree.Node tree = first.statement().tree();
        boolean definition = phases.commits(tree);
        if (definition) {
            world.session().closeHandlers(tree);
            if (world.session().inTransaction()) {
                world.session().idle();
            }
        }
        if (succeeded && !first.effects().isEmpty()) {
            views.apply(tree, () -> first.effects().forEach(effect -> effect.accept(world.schema())));
        }
        if (!succeeded) {
            first.failures().forEach(Runnable::run);
        }
        views.judge(tree, succeeded);
        if (definition && succeeded) {
            programs.review();
        }
        programs.judge(tree, succeeded);
        health.ran(succeeded);
        world.due().addAll(world.session().dueNow());
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

    /** A statement of whose outcome nothing was told yet. */
    private record Pending(GeneratedStatement statement, List<Consumer<Schema>> effects, List<Runnable> failures) {}

    private Pending opened(String sql) {
        return pending(expansion.lexicon().leaf(root, sql), List.of(), List.of(), UsedChoices.none());
    }

    private static Pending seeded(SeedStatement seed) {
        Table made = seed.made();
        List<Consumer<Schema>> effects = made == null ? List.of() : List.of(schema -> schema.put(made));
        return pending(seed.tree(), effects, List.of(), UsedChoices.none());
    }

    private Pending generate() {
        for (int i = 0; i < TRIES; i++) {
            expansion.begin(i > 0);
            boolean ending = choices.chance(phases.chanceOfEnd(world.session().phase()));
            Draft draft =
                    world.newDraft(choices.between(expansion.size("least", LEAST_NODES), expansion.size("nodes")));
            Request request = new Request(root, 0, Context.top(), Expansion.QUERY_BUDGET);
            int turn = turn();
            int state = turn == ALL ? ALL + 2 * world.session().phase().ordinal() + (ending ? 1 : 0) : turn;
            SyntaxTree.Node tree = expansion.plain(
                    request, state, alternative -> isTurn(alternative, turn, ending) ? 1 : 0, Plan.FREE);
            if (tree != null && ContextRules.holdFor(tree, world.version())) {
                count();
                world.rows().made(tree, draft.target(), world.schema());
                return pending(tree, draft.effects(), draft.failures(), expansion.used(), isBinary(tree));
            }
        }
        throw new IllegalStateException(
                "no statement could be made in " + TRIES + " tries: the profile leaves too little");
    }

    /** At first only tables are made, then only rows, then everything that the session's phase allows. */
    private int turn() {
        return tablesLeft > 0 ? TABLES : rowsLeft > 0 && world.hasWritableTable() ? ROWS : ALL;
    }

    private boolean isTurn(Alternative alternative, int turn, boolean ending) {
        if (turn != ALL) {
            return alternative.mentions(turn == TABLES ? "createTableStatement" : "insertStatement");
        }
        Phase phase = world.session().phase();
        return phases.isPossible(alternative, phase) && (!ending || phases.ends(alternative, phase));
    }

    private void count() {
        if (tablesLeft > 0) {
            tablesLeft--;
            rowsLeft = tablesLeft == 0 ? setupTables * setupRows : 0;
        } else if (rowsLeft > 0) {
            rowsLeft--;
        }
    }

    private boolean isBinary(SyntaxTree.Node tree) {
        double percent = expansion.size("binary", 0);
        return percent > 0 && PREPARABLE.contains(StatementKind.of(tree)) && choices.chance(percent / 100);
    }

    private static Pending pending(
            SyntaxTree.Node tree, List<Consumer<Schema>> effects, List<Runnable> failures, UsedChoices used) {
        return pending(tree, effects, failures, used, false);
    }

    private static Pending pending(
            SyntaxTree.Node tree,
            List<Consumer<Schema>> effects,
            List<Runnable> failures,
            UsedChoices used,
            boolean binary) {
        return new Pending(
                new GeneratedStatement(StatementKind.of(tree), tree, tree.sql(), used, binary), effects, failures);
    }
}
