package dev.mysqlsmith.grammar;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Parses a file once in a JVM of its own, and prints what was accepted, the CPU of the first statements and the heap. */
final class FreshJvm {
    private static final int FIRST = 6_000;

    private FreshJvm() {}

    public static void main(String[] arguments) throws IOException {
        Contender contender = Contender.named(arguments[0]);
        List<String> statements = Statements.read(Path.of(arguments[1]));
        Set<Integer> accepted = new LinkedHashSet<>();
        double cpu = 0;
        for (int i = 0; i < statements.size(); i++) {
            if (contender.accepts(statements.get(i))) {
                accepted.add(i);
            }
            if (i + 1 == Math.min(FIRST, statements.size())) {
                cpu = cpuSeconds();
            }
        }
        double heap = heapMegabytes();
        long slow = accepted.stream()
                .filter(index -> !contender.acceptsFast(statements.get(index)))
                .count();
        System.out.printf(
                Locale.ROOT,
                "%-10s | %6.2f %% | %5.2f %% | %5.1f s | %4.0f MB%n",
                arguments[0],
                100.0 * accepted.size() / statements.size(),
                100.0 * slow / statements.size(),
                cpu,
                heap);
    }

    /** Of the whole process, since it began. */
    private static double cpuSeconds() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
    }

    /** What is in use behind a full collection. */
    private static double heapMegabytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
    }
}
