package dev.mysqlsmith.examples;

// readme: reducer
import dev.mysqlsmith.reduce.ReduceBudget;
import dev.mysqlsmith.reduce.SqlReducer;
import java.time.Duration;
import java.util.function.Predicate;

class ReducerExample {

    /** The smallest script of which {@code fails} still says yes; two are tried at once, for five minutes at most. */
    static String smallest(String script, Predicate<String> fails) {
        return SqlReducer.of(fails)
                .within(ReduceBudget.ofTime(Duration.ofMinutes(5), 2))
                .reduce(script);
    }
}
// end
