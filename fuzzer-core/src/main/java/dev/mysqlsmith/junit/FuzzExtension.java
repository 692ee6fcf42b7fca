package dev.mysqlsmith.junit;

import dev.mysqlsmith.campaign.CampaignLimits;
import dev.mysqlsmith.campaign.CampaignOptions;
import dev.mysqlsmith.campaign.CampaignSummary;
import dev.mysqlsmith.campaign.DurationText;
import dev.mysqlsmith.campaign.KnownBugs;
import dev.mysqlsmith.campaign.Mysqlsmith;
import dev.mysqlsmith.server.ServerSpec;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Runs the campaign of a {@link Fuzz} test. */
final class FuzzExtension implements BeforeTestExecutionCallback, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(FuzzExtension.class);
    private static final Duration DEFAULT_DURATION = Duration.ofMinutes(1);

    @Override
    public void beforeTestExecution(ExtensionContext context) throws InterruptedException {
        Fuzz fuzz = AnnotationSupport.findAnnotation(context.getRequiredTestMethod(), Fuzz.class)
                .orElseThrow();
        CampaignSummary summary = Mysqlsmith.fuzz(options(fuzz, OutFolder.of(fuzz.out(), context)));
        if (!summary.news().isEmpty()) {
            throw new AssertionError(FailureText.of(fuzz, summary));
        }
        context.getStore(NAMESPACE).put(CampaignSummary.class, summary);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == CampaignSummary.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(NAMESPACE).get(CampaignSummary.class);
    }

    private static CampaignOptions options(Fuzz fuzz, Path out) {
        boolean unlimited = fuzz.duration().isEmpty() && fuzz.statements() == 0;
        Duration reduceTime = DurationText.parse(fuzz.reduceTime());
        return CampaignOptions.against(ServerSpec.parse(fuzz.server()), out)
                .withSeed(fuzz.seed())
                .withWorkers(fuzz.workers())
                .withProfile(fuzz.profile())
                .withDuration(
                        unlimited
                                ? DEFAULT_DURATION
                                : fuzz.duration().isEmpty() ? null : DurationText.parse(fuzz.duration()))
                .withStatements(fuzz.statements() == 0 ? null : (Long) fuzz.statements())
                .withKnown(fuzz.known().isEmpty() ? KnownBugs.NONE : KnownBugs.read(Path.of(fuzz.known())))
                .withLimits(CampaignLimits.defaults().withReduction(reduceTime, reduceTime.multipliedBy(2)));
    }
}
