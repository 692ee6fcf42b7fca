package dev.mysqlsmith.campaign;

import dev.mysqlsmith.generate.GeneratedStatement;
import dev.mysqlsmith.generate.StatementGenerator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the statements of a round in a thread of its own while the server works on those before. When the generator learns
 * what came of a statement does not depend on who is faster: at once where the schema may have changed, so that the next
 * statement waits for the answer; else when a chunk is full, up to the end of the chunk before (ADR 15).
 */
final class StatementsAhead implements AutoCloseable {
    private static final int CHUNK = 32;
    private static final int KEPT = 4 * CHUNK;
    private static final long STACK = 16L << 20;

    private final StatementGenerator generator;
    private final int limit;
    private final Thread thread;
    private final @Nullable GeneratedStatement[] statements = new GeneratedStatement[KEPT];
    private final boolean[] outcomes = new boolean[KEPT];
    private int made;
    private int taken;
    private int judged;
    private int awaited;
    private int applied;
    private boolean closed;
    private boolean over;
    private Optional<String> worn = Optional.empty();
    private @Nullable Throwable failure;

    /** At most {@code limit} statements. */
    StatementsAhead(StatementGenerator generator, int limit) {
        this.generator = generator;
        this.limit = limit;
        this.thread = new Thread(null, this::make, Thread.currentThread().getName() + "-ahead", STACK);
        thread.setDaemon(true);
        thread.start();
    }

    /** The next statement, or null where the round is over. */
    synchronized @Nullable GeneratedStatement next() {
        while (made == taken && failure == null && !over) {
            pause();
        }
        if (made == taken && failure != null) {
            if (failure instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException("no statement could be made: " + failure, failure);
        }
        return made == taken ? null : statements[taken++ % KEPT];
    }

    /** Why the round is over before its limit, where it is. */
    synchronized Optional<String> worn() {
        return worn;
    }

    /** What came of the latest statement. */
    synchronized void applied(boolean succeeded) {
        outcomes[judged++ % KEPT] = succeeded;
        if (judged == awaited) {
            notifyAll();
        }
    }

    /** No more statements; what comes behind may use the generator's tools again. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void make() {
        try {
            for (int i = 0; learn(i) && goesOn(i) && publish(generator.next()); i++) {}
        } catch (RuntimeException | Error e) { // told to whoever asks for the next statement
            synchronized (this) {
                failure = e;
                notifyAll();
            }
        }
    }

    /** Whether statement {@code index} is to be made: what was begun is ended even behind the limit. */
    private boolean goesOn(int index) {
        Optional<String> reset = generator.reset();
        if (generator.isUnfinished() || (index < limit && reset.isEmpty())) {
            return true;
        }
        synchronized (this) {
            over = true;
            worn = index < limit ? reset : Optional.empty();
            notifyAll();
        }
        return false;
    }

    /** Tells the generator what it must know before statement {@code index}; false where no more are wanted. */
    private boolean learn(int index) {
        int needed = generator.awaitsOutcome() ? index : index % CHUNK == 0 ? index - CHUNK : applied;
        if (needed <= applied) {
            return true;
        }
        boolean[] news;
        synchronized (this) {
            awaited = needed;
            while (judged < needed && !closed) {
                pause();
            }
            if (closed) {
                return false;
            }
            news = outcomes.clone();
        }
        for (; applied < needed; applied++) {
            generator.applied(news[applied % KEPT]);
        }
        return true;
    }

    private synchronized boolean publish(GeneratedStatement statement) {
        statements[made++ % KEPT] = statement;
        if (made == taken + 1) {
            notifyAll();
        }
        return !closed;
    }

    private void pause() {
        try {
            wait();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while statements are made ahead", e);
        }
    }
}
