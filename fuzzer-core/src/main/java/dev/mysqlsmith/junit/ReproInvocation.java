package dev.mysqlsmith.junit;

import dev.mysqlsmith.campaign.Mysqlsmith;
import dev.mysqlsmith.server.ServerSpec;
import dev.mysqlsmith.verify.CheckResult;
import dev.mysqlsmith.verify.CheckVerdict;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/** The test of one repro. */
final class ReproInvocation implements TestTemplateInvocationContext, BeforeTestExecutionCallback, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(ReproInvocation.class);

    private final Repros repros;
    private final Path repro;

    ReproInvocation(Repros repros, Path repro) {
        this.repros = repros;
        this.repro = repro;
    }

    @Override
    public String getDisplayName(int invocation) {
        return String.valueOf(repro.getFileName());
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
        return List.of(this);
    }

    @Override
    public void beforeTestExecution(ExtensionContext context) {
        CheckResult result = Mysqlsmith.check(repro, repros.runs(), ServerSpec.parse(repros.server()))
                .get(0);
        if (result.verdict() != CheckVerdict.NOT_TRIGGERED) {
            throw new AssertionError(
                    repro + " on " + repros.server() + ": " + result.verdict() + ", " + result.detail());
        }
        context.getStore(NAMESPACE).put(CheckResult.class, result);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == CheckResult.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(NAMESPACE).get(CheckResult.class);
    }
}
