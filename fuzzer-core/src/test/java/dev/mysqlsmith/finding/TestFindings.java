package dev.mysqlsmith.finding;

import java.time.Instant;
import java.util.List;

/** Findings for tests that look at a few of their fields. */
public final class TestFindings {
    private TestFindings() {}

    /** A confirmed one of mysql:8.0.12, not reduced, with empty evidence. */
    public static Finding confirmed(Signature signature, History history) {
        return new Finding(
                signature,
                "crash",
                "mysql:8.0.12",
                List.of(),
                "8.0.12",
                1L,
                Finding.Status.CONFIRMED,
                1,
                Instant.EPOCH,
                history,
                null,
                "",
                "",
                0);
    }
}
