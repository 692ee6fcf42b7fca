package dev.mysqlsmith.junit;

import dev.mysqlsmith.finding.FindingFolder;
import dev.mysqlsmith.script.ScriptFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Makes a test of each repro of a {@link Repros} folder. */
final class ReprosExtension implements TestTemplateInvocationContextProvider {
    private static final String ENDINGS = "*" + String.join(", *", ScriptFormat.endings());

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return AnnotationSupport.isAnnotated(context.getRequiredTestMethod(), Repros.class);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        Repros repros = AnnotationSupport.findAnnotation(context.getRequiredTestMethod(), Repros.class)
                .orElseThrow();
        return in(Path.of(repros.value())).stream().map(repro -> new ReproInvocation(repros, repro));
    }

    /** In the order of their names. */
    static List<Path> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("folder of repros '" + folder.toAbsolutePath()
                    + "' does not exist; make it and put scripts (" + ENDINGS + ") or findings' folders in");
        }
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> repros =
                    entries.filter(ReprosExtension::isRepro).sorted().toList();
            if (repros.isEmpty()) {
                throw new IllegalArgumentException("folder of repros '" + folder.toAbsolutePath()
                        + "' has none; put scripts (" + ENDINGS + ") or findings' folders in");
            }
            return repros;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isRepro(Path path) {
        return FindingFolder.is(path)
                || (Files.isRegularFile(path) && ScriptFormat.isNamed(String.valueOf(path.getFileName())));
    }
}
