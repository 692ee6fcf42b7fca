package dev.mysqlsmith.reduce;

import dev.mysqlsmith.finding.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Runs passes on a script, several candidates at once.
 *
 * <p>The changes of a pass are taken in order, and the first that keeps the failure is made; those behind it are run ahead on
 * the chance that it is not kept, so the result does not depend on how many run at once. After a success the pass goes on
 * where it was, on the changes that the smaller script has, until one round of all of them brings nothing.
 */
final class Search implements AutoCloseable {
    private final Interestingness interestingness;
    private final SearchClock clock;
    private final ExecutorService workers;
    private final int parallel;
    private final Map<String, Answer> known = new ConcurrentHashMap<>();
    private final List<Script> trail = new ArrayList<>();
    private Script best;

    Search(Script original, Interestingness interestingness, SearchClock clock, int parallel) {
        this.best = original;
        trail.add(original);
        this.interestingness = interestingness;
        this.clock = clock;
        this.parallel = parallel;
        this.workers = Executors.newFixedThreadPool(parallel, task -> {
            Thread thread = new Thread(task, "mysqlsmith-reduce");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** The original and each smaller script that kept the failure, the best last. */
    List<Script> trail() {
        return List.copyOf(trail);
    }

    private void accept(Script smaller) {
        best = smaller;
        trail.add(smaller);
    }

    /** Runs one pass until it brings nothing more, or the time is over. Returns whether it brought anything. */
    boolean run(ReductionPass pass) {
        boolean better = false;
        List<Edit> edits = pass.edits(best);
        int found = firstKept(pass, edits, 0);
        while (found >= 0 && !clock.isOver()) {
            better = true;
            edits = pass.edits(best);
            found = edits.isEmpty() ? -1 : firstKept(pass, edits, found % edits.size());
        }
        return better || found >= 0;
    }

    /** Tries one script; makes it the best where it keeps the failure. */
    boolean tryOne(List<Step> steps) {
        Script candidate = new Script(steps, best.reader());
        if (candidate.size() > 0
                && candidate.isSmallerThan(best)
                && await(workers.submit(() -> answer(candidate))) == Answer.SAME) {
            accept(candidate);
            return true;
        }
        return false;
    }

    private record Running(int index, Script candidate, Future<Answer> answer) {}

    /** The index of the first change from {@code start}, around the end, that keeps the failure; -1 for none. */
    private int firstKept(ReductionPass pass, List<Edit> edits, int start) {
        Deque<Running> running = new ArrayDeque<>();
        int next = 0;
        try {
            while (true) {
                while (next < edits.size() && running.size() < parallel && !clock.isOver()) {
                    int index = (start + next++) % edits.size();
                    Script candidate = candidate(edits.get(index));
                    if (candidate != null) {
                        running.add(new Running(index, candidate, workers.submit(() -> answer(candidate))));
                    }
                }
                Running oldest = running.poll();
                if (oldest == null) {
                    return -1;
                }
                if (await(oldest.answer()) == Answer.SAME) {
                    accept(oldest.candidate());
                    clock.progress(pass.name(), best);
                    return oldest.index();
                }
                clock.progress(pass.name(), best);
            }
        } finally {
            running.forEach(late -> late.answer().cancel(false));
        }
    }

    private @Nullable Script candidate(Edit edit) {
        List<Step> steps = edit.result().get();
        if (steps.isEmpty()) {
            return null;
        }
        Script candidate = new Script(steps, best.reader());
        Answer before = known.get(candidate.text());
        boolean worthIt = (before == null || before == Answer.SAME)
                && candidate.isSmallerThan(best)
                && candidate.parsesLike(best);
        return worthIt ? candidate : null;
    }

    private Answer answer(Script candidate) {
        String text = candidate.text();
        Answer before = known.get(text);
        if (before != null) {
            return before;
        }
        clock.countExecution();
        Answer answer = interestingness.test(candidate.history());
        if (answer == Answer.FAULT) {
            throw new IllegalStateException("a candidate could not be judged");
        }
        known.put(text, answer);
        return answer;
    }

    private Answer await(Future<Answer> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            clock.stop();
            return Answer.GONE;
        } catch (ExecutionException e) {
            Throwable fault = e.getCause() == null ? e : e.getCause();
            throw new ReduceFaultException(
                    "the reduction stopped, because a candidate could not be judged: "
                            + fault.getMessage()
                            + "; put that right and reduce again, the best so far is kept",
                    best.history(),
                    fault);
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
