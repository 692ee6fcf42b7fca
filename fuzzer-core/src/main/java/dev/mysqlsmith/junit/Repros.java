package dev.mysqlsmith.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test for each repro of a folder: scripts ({@code *.sql}), tests of mysqltest ({@code *.test}), general query logs ({@code
 * *.log}) and findings' folders. Each runs on a fresh server before the method does, and fails where the bug is triggered, or
 * where nothing can be said. The method may take the {@link dev.mysqlsmith.verify.CheckResult} as parameter.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(ReprosExtension.class)
public @interface Repros {

    /** The folder, relative to the project. */
    String value();

    /** The server's spec. */
    String server() default "mysql:8.0.33";

    /** How often each runs; raise it for bugs that are not triggered every time. */
    int runs() default 1;
}
