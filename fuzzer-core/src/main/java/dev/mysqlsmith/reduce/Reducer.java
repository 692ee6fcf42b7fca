package dev.mysqlsmith.reduce;

import dev.mysqlsmith.finding.History;
import dev.mysqlsmith.finding.Step;
import dev.mysqlsmith.grammar.ServerVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds the smallest history that still shows a failure: whole statements first, then the insides of statements on their
 * trees, each candidate a text that parses; statements that the grammar lacks by their tokens.
 */
public final class Reducer {
    private static final int LARGEST_CHUNK = 64;

    /** How likely it may be that a candidate with a failure that varies is taken for one without: a search has dozens that count. */
    private static final double MISSED = 0.001;

    /** A failure may come by one of these at times, and by another statement each time: then the other one is the better repro. */
    private static final Pattern CHANCE =
            Pattern.compile("\\b(?:RAND|RANDOM_BYTES|UUID|UUID_SHORT|SYSDATE)\\s*\\(", Pattern.CASE_INSENSITIVE);

    private static final ServerVersion NEWEST = ServerVersion.parse("9.7");

    private final ServerVersion version;
    private final List<ReductionPass> statements;
    private final List<ReductionPass> insides;
    private final List<ReductionPass> leftovers;

    /** By the grammar of the newest version, which has nearly all that older ones have. */
    public Reducer() {
        this(NEWEST);
    }

    /** @param version whose grammar bounds what is tried */
    public Reducer(ServerVersion version) {
        this(version, pass -> true);
    }

    /** With the passes alone whose names are wanted. */
    Reducer(ServerVersion version, Predicate<String> wanted) {
        this.version = version;
        this.statements = only(wanted, statementPasses());
        this.insides = List.of(new ByGain("trees", only(wanted, treePasses(version))));
        this.leftovers = only(wanted, leftoverPasses());
    }

    /** The names of all passes. */
    static List<String> passes() {
        return Stream.of(statementPasses(), treePasses(NEWEST), leftoverPasses())
                .flatMap(List::stream)
                .map(ReductionPass::name)
                .distinct()
                .toList();
    }

    private static List<ReductionPass> treePasses(ServerVersion version) {
        return List.of(
                new PartsPass(),
                new ColumnPass(),
                new RenamePass(),
                new AliasPass(),
                new OneTablePass(),
                new InsertPass(),
                new DefinitionPass(),
                new InlinePass(),
                new TablelessPass(),
                new RowPass(),
                new HoistPass(),
                new TypePass(),
                new ConstantPass(),
                new MinimalPass(version));
    }

    private static List<ReductionPass> leftoverPasses() {
        return List.of(
                new ProtocolPass(false),
                new ByGain("tokens", List.of(new TokenPass())),
                new LiteralPass(),
                new NamesPass(),
                new PlainTextPass());
    }

    private static List<ReductionPass> only(Predicate<String> wanted, List<ReductionPass> passes) {
        return passes.stream().filter(pass -> wanted.test(pass.name())).toList();
    }

    /**
     * Checks the original first, then searches until nothing gets smaller or the budget ends.
     *
     * <p>Where answers may vary, the rate of the original is measured, and what a candidate does not show in so many runs that one
     * in a thousand would miss it counts as gone.
     *
     * @throws ReduceFaultException where a candidate could not be judged for a fault of the tool or its environment
     */
    public Reduction reduce(
            History original, Interestingness interestingness, ReduceBudget budget, ReduceListener listener) {
        SearchClock clock = new SearchClock(budget, listener);
        StatementReader reader = new StatementReader(version);
        Script before = new Script(original.steps(), reader);
        OriginalObserver observer = new OriginalObserver(interestingness, clock);
        Original seen = observer.observe(original);
        if (seen.last().answer() != Answer.SAME) {
            return notReproduced(before, seen, clock);
        }
        Rate rate = seen.rate();
        Judge judge = Judge.of(interestingness, rate, clock, false);
        List<Script> trail = search(before, Beginning.of(before, seen.last()), judge.repeated(), clock, budget);
        Script held = smallestThatHolds(trail, judge);
        boolean doubtful = trail.size() == 1 ? !holds(before, judge) : held != last(trail);
        if (doubtful && rate.isCertain()) {
            rate = observer.doubted(original, rate);
            judge = Judge.of(interestingness, rate, clock, false);
            if (!rate.isCertain()) {
                trail = search(held, Beginning.NONE, judge.repeated(), clock, budget);
                held = smallestThatHolds(trail, judge);
            }
        }
        while (held != last(trail) && !clock.isOver() && interestingness.tighten()) {
            judge = Judge.of(interestingness, rate, clock, true);
            trail = search(held, Beginning.NONE, judge.repeated(), clock, budget);
            held = smallestThatHolds(trail, judge);
        }
        boolean over = clock.isOver();
        return reduction(
                before,
                held,
                over ? Reduction.Status.BUDGET : Reduction.Status.MINIMAL,
                rate,
                clock,
                over
                        ? "the time or the executions allowed were used up"
                        : held == last(trail)
                                ? "no pass finds anything smaller"
                                : "nothing smaller holds on a fresh server");
    }

    /**
     * How candidates are judged for a rate.
     *
     * @param repeated runs a candidate as often as the rate asks for
     * @param confirmations how often in a row a result must show the failure alone
     */
    private record Judge(Interestingness repeated, int confirmations) {
        /** @param doubted whether a result did not hold before */
        static Judge of(Interestingness once, Rate rate, SearchClock clock, boolean doubted) {
            if (!rate.isCertain()) {
                return new Judge(new RepeatedInterestingness(once, rate.runsToSee(MISSED), clock), 1);
            }
            return new Judge(once.mayVary() ? new SteadyInterestingness(once, clock, doubted) : once, Rate.CERTAIN);
        }
    }

    /**
     * Scripts that a search begins with.
     *
     * @param needed the failing statement with what it needs, but without what chance decides: short, so that they cost little
     * @param calm without what chance decides; tried where none of those is kept
     * @param plain tried where none of those is kept either
     */
    private record Beginning(List<List<Step>> needed, List<List<Step>> calm, List<List<Step>> plain) {
        static final Beginning NONE = new Beginning(List.of(), List.of(), List.of());

        /** What had an effect and was quick, what had an effect, and what was run at all. */
        static Beginning of(Script before, Observation seen) {
            int executed = Math.min(before.size(), Math.max(1, seen.executed()));
            IntPredicate effective = i -> !seen.withoutEffect().contains(i);
            IntPredicate quick = i -> !seen.slow().contains(i) || i == executed - 1;
            List<List<Step>> plain = Stream.of(effective.and(quick), effective, (IntPredicate) i -> true)
                    .map(which -> steps(before, executed, which))
                    .toList();
            List<List<Step>> calm = Stream.concat(plain.stream(), Stream.of(before.steps()))
                    .map(Reducer::withoutChance)
                    .toList();
            List<Step> earlier = steps(before, executed - 1, effective.and(quick));
            return new Beginning(needed(earlier, before.steps().get(executed - 1), before.reader()), calm, plain);
        }

        /** A failing statement with what it needs of those before it: half at most, since more would cost as much as all. */
        private static List<List<Step>> needed(List<Step> earlier, Step failing, StatementReader reader) {
            List<Step> calm = new ArrayList<>(withoutChance(earlier));
            calm.add(failing);
            return new LastStatementPass()
                    .edits(new Script(calm, reader)).stream()
                            .map(edit -> edit.result().get())
                            .filter(kept -> kept.size() <= calm.size() / 2)
                            .toList();
        }

        private static List<Step> steps(Script script, int end, IntPredicate which) {
            return IntStream.range(0, end)
                    .filter(which)
                    .mapToObj(script.steps()::get)
                    .toList();
        }

        void tryIn(Search search) {
            if (needed.stream().anyMatch(search::tryOne)) {
                return;
            }
            boolean kept = false;
            for (List<Step> steps : calm) {
                kept |= search.tryOne(steps);
            }
            if (!kept) {
                plain.forEach(search::tryOne);
            }
        }
    }

    private static List<Step> withoutChance(List<Step> steps) {
        return steps.stream().filter(step -> !CHANCE.matcher(step.sql()).find()).toList();
    }

    /**
     * The smallest of a search, where it holds: a result may owe its failure to chance. Else back to the original in steps that
     * double, and from what holds there forward again by halves.
     */
    private static Script smallestThatHolds(List<Script> trail, Judge judge) {
        int fails = trail.size();
        int at = trail.size() - 1;
        for (int step = 1;
                at > 0 && !Thread.currentThread().isInterrupted() && !holds(trail.get(at), judge);
                step *= 2) {
            fails = at;
            at = Math.max(0, at - step);
        }
        while (fails - at > 1 && !Thread.currentThread().isInterrupted()) {
            int middle = (at + fails) / 2;
            if (holds(trail.get(middle), judge)) {
                at = middle;
            } else {
                fails = middle;
            }
        }
        return trail.get(at);
    }

    private static boolean holds(Script script, Judge judge) {
        try {
            for (int i = 0; i < judge.confirmations(); i++) {
                if (judge.repeated().testAlone(script.history()) != Answer.SAME) {
                    return false;
                }
            }
            return true;
        } catch (RuntimeException e) {
            throw new ReduceFaultException(
                    "the result of the reduction could not be confirmed: " + e.getMessage()
                            + "; put that right and reduce again, the best so far is kept",
                    script.history(),
                    e);
        }
    }

    private static Script last(List<Script> trail) {
        return trail.get(trail.size() - 1);
    }

    /** Tries some scripts first, then the passes. */
    private List<Script> search(
            Script start,
            Beginning beginning,
            Interestingness interestingness,
            SearchClock clock,
            ReduceBudget budget) {
        try (Search search = new Search(start, interestingness, clock, budget.parallel())) {
            beginning.tryIn(search);
            boolean better = true;
            while (better && !clock.isOver()) {
                fixpoint(search, statements, clock);
                better = fixpoint(search, insides, clock);
                better |= fixpoint(search, leftovers, clock);
            }
            return search.trail();
        }
    }

    /** Runs the passes in turn until none brings anything. */
    private static boolean fixpoint(Search search, List<ReductionPass> passes, SearchClock clock) {
        boolean ever = false;
        boolean better = true;
        while (better && !clock.isOver()) {
            better = false;
            for (ReductionPass pass : passes) {
                better |= search.run(pass);
            }
            ever |= better;
        }
        return ever;
    }

    private static List<ReductionPass> statementPasses() {
        List<ReductionPass> passes = new ArrayList<>();
        passes.add(new ProtocolPass(true));
        passes.add(new LastStatementPass());
        passes.add(new SessionPass());
        for (int length = LARGEST_CHUNK; length >= 1; length /= 2) {
            passes.add(new StatementChunks(length));
        }
        return List.copyOf(passes);
    }

    private static Reduction notReproduced(Script before, Original seen, SearchClock clock) {
        Observation last = seen.last();
        if (last.answer() == Answer.FAULT) {
            throw new ReduceFaultException(
                    "the original could not be run: " + last.detail(),
                    before.history(),
                    new IllegalStateException(last.detail()));
        }
        String reason = last.answer() == Answer.DIFFERENT
                ? "the original shows another failure: " + last.detail()
                : "the original shows no failure: " + last.detail();
        return reduction(before, before, Reduction.Status.NOT_REPRODUCED, seen.rate(), clock, reason);
    }

    private static Reduction reduction(
            Script before, Script best, Reduction.Status status, Rate rate, SearchClock clock, String reason) {
        return new Reduction(
                best.history(),
                status,
                before.size(),
                before.tokens(),
                best.tokens(),
                rate,
                clock.executions(),
                clock.elapsed(),
                reason);
    }
}
