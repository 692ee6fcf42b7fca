package dev.mysqlsmith.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that fuzzes a server before its method runs, and fails where something is found; the message has the reduced repro.
 * The method may take the {@link dev.mysqlsmith.campaign.CampaignSummary} as parameter, to assert more.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Test
@ExtendWith(FuzzExtension.class)
public @interface Fuzz {

    /** The server's spec, {@code mysql:8.0.33}. */
    String server() default "mysql:8.0.33";

    /** How long, {@code 30s}; empty for no limit. Without a limit of either kind it is a minute. */
    String duration() default "";

    /** How many statements in all; 0 for no limit. */
    long statements() default 0;

    /** From which all follows. */
    long seed() default 1;

    /** How many work at once, each with a server of its own. */
    int workers() default 1;

    /** Name or file of a profile. */
    String profile() default "default";

    /** How long the reduction of one find may take. */
    String reduceTime() default "2m";

    /** A YAML file of known bugs, which make no test fail; empty for none. */
    String known() default "";

    /**
     * The folder in which each run makes a folder of its own; empty for {@code target/mysqlsmith}, or {@code build/mysqlsmith}
     * where there is no {@code target}.
     */
    String out() default "";
}
