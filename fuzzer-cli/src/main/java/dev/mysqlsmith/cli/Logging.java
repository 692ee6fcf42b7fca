package dev.mysqlsmith.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/**
 * Where the log goes: nowhere, to standard error when asked, to a campaign's folder. Logback finds it as a service when
 * the first logger is made, so that a command that logs nothing does not pay for it.
 */
public final class Logging extends ContextAwareBase implements Configurator {
    private static volatile boolean verbose;
    private static volatile boolean used;

    /** Begins with no file. */
    static void start(boolean onStandardError) {
        verbose = onStandardError;
    }

    /** From now on into that file too, behind what it has. */
    static void alsoTo(Path file) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        FileAppender<ILoggingEvent> appender = new FileAppender<>();
        appender.setName(file.toString());
        appender.setFile(file.toString());
        attach(context, appender, "%d{yyyy-MM-dd HH:mm:ss.SSS} %-5level [%thread] %logger{0}: %msg%n%ex");
        used = true;
    }

    /** The stack trace of an error that ends the command, for the log only. */
    static void error(Exception e) {
        if (used) {
            LoggerFactory.getLogger(Logging.class).error("the command failed", e);
        }
    }

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
        context.getLogger("dev.mysqlsmith").setLevel(Level.DEBUG);
        if (verbose) {
            ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
            appender.setTarget("System.err");
            attach(context, appender, "%d{HH:mm:ss.SSS} %-5level [%thread] %logger{0}: %msg%n%ex");
        }
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static void attach(LoggerContext context, OutputStreamAppender<ILoggingEvent> appender, String pattern) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setPattern(pattern);
        encoder.start();
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
    }
}
