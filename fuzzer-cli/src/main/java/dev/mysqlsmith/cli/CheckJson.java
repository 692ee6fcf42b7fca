package dev.mysqlsmith.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mysqlsmith.finding.Signature;
import dev.mysqlsmith.verify.CheckResult;
import java.util.List;

/** Check results as machines read them. */
final class CheckJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private CheckJson() {}

    static String write(List<CheckResult> results) {
        ObjectNode root = JSON.createObjectNode();
        results.forEach(result -> root.withArray("results").add(node(result)));
        try {
            return JSON.writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("these results have no JSON form: " + results, e);
        }
    }

    private static ObjectNode node(CheckResult result) {
        Signature signature = result.signature();
        return JSON.createObjectNode()
                .put("server", result.server())
                .put("versionString", result.versionString())
                .put("verdict", result.verdict().name())
                .put("runs", result.runs())
                .put("hits", result.hits())
                .put("kind", signature == null ? null : signature.kind().text())
                .put("signature", signature == null ? null : signature.text())
                .put("signatureId", signature == null ? null : signature.id())
                .put("detail", result.detail());
    }
}
