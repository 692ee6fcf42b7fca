package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Alternative;
import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** XA: a transaction is begun, ended, prepared and decided in this order; each statement fits where it stands. */
final class XaBinders {
    private XaBinders() {}

    /** The XA statement that the session's state asks for. */
    static SyntaxTree.@Nullable Node statement(Expansion expansion, Request request) {
        Phase phase = expansion.world().session().phase();
        return expansion.attempt(
                request,
                alternative -> weight(alternative, phase),
                alternative -> make(expansion, request, alternative, phase));
    }

    private static double weight(Alternative alternative, Phase phase) {
        if (alternative.mentions("RECOVER")) {
            return phase == Phase.IDLE || phase == Phase.XA_PREPARED ? 0.15 : 0;
        }
        boolean fits =
                switch (phase) {
                    case IDLE -> Weights.mentions(alternative.body(), "START");
                    case XA_ACTIVE -> alternative.mentions("END");
                    case XA_IDLE -> alternative.mentions("PREPARE") || decides(alternative);
                    case XA_PREPARED -> decides(alternative);
                    default -> false;
                };
        return fits ? 1 : 0;
    }

    private static boolean decides(Alternative alternative) {
        return alternative.mentions("COMMIT") || alternative.mentions("ROLLBACK");
    }

    private static SyntaxTree.@Nullable Node make(
            Expansion expansion, Request request, Alternative alternative, Phase phase) {
        SessionState session = expansion.world().session();
        String xid = phase == Phase.IDLE ? session.freshXid() : session.xid();
        Plan plan = new Plan()
                .omit("JOIN")
                .omit("SUSPEND")
                .include("ONE", phase == Phase.XA_IDLE && alternative.mentions("COMMIT"));
        if (!alternative.mentions("RECOVER")) {
            Phase next = next(alternative, phase);
            expansion.draft().onSuccess(schema -> session.xa(xid, next));
            expansion.draft().onFailure(() -> giveUp(expansion, request, alternative, xid));
        }
        return Filling.of(expansion, request, alternative, plan)
                .leaf("xid", xid)
                .make();
    }

    /** What does not go on as it should is rolled back. */
    private static void giveUp(Expansion expansion, Request request, Alternative failed, String xid) {
        expansion.world().session().idle();
        if (failed.mentions("xid") && !failed.mentions("ROLLBACK") && !Weights.mentions(failed.body(), "START")) {
            Alternative rollback = request.rule().alternatives().stream()
                    .filter(alternative -> alternative.mentions("ROLLBACK"))
                    .findFirst()
                    .orElseThrow();
            SyntaxTree.Node node = Filling.of(expansion, request, rollback, Plan.FREE)
                    .leaf("xid", xid)
                    .made();
            expansion.world().due().add(new SyntaxTree.Node(expansion.rule("statement"), List.of(node)));
        }
    }

    private static Phase next(Alternative alternative, Phase phase) {
        return decides(alternative)
                ? Phase.IDLE
                : switch (phase) {
                    case IDLE -> Phase.XA_ACTIVE;
                    case XA_ACTIVE -> Phase.XA_IDLE;
                    default -> Phase.XA_PREPARED;
                };
    }
}
