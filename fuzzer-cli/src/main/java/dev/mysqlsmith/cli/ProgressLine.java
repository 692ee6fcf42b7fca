package dev.mysqlsmith.cli;

import java.time.Duration;

/** One line that is drawn again on a terminal; elsewhere it is printed every ten seconds. Thread-safe. */
final class ProgressLine implements AutoCloseable {
    private static final long BETWEEN_LINES = Duration.ofSeconds(10).toNanos();

    private final Console console;
    private boolean drawn;
    private long lastPrinted = System.nanoTime();

    ProgressLine(Console console) {
        this.console = console;
    }

    /** Shows how things are now. */
    synchronized void show(String text) {
        if (console.terminal()) {
            console.err().print("\r" + text + "\u001b[K");
            console.err().flush();
            drawn = true;
        } else if (System.nanoTime() - lastPrinted >= BETWEEN_LINES) {
            lastPrinted = System.nanoTime();
            console.tell(text);
        }
    }

    /** A line that stays. */
    synchronized void tell(String text) {
        clear();
        console.tell(text);
    }

    @Override
    public synchronized void close() {
        clear();
    }

    private void clear() {
        if (drawn) {
            console.err().print("\r\u001b[K");
            console.err().flush();
            drawn = false;
        }
    }
}
