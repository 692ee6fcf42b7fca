package dev.mysqlsmith.finding;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.mysqlsmith.execute.BinaryProtocol;
import dev.mysqlsmith.grammar.ServerVersion;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a list of known bugs: what tells the bug, where all that is given must hold, and why it is known.
 *
 * @param signature a finding's id, or a part of its signature
 * @param error a number that the server gives, in the signature or the evidence: {@code 1105}, {@code MY-013183}
 * @param statement a regular expression, in any case of letters, that is found in the statement that showed the failure
 * @param feature one of the features that statistics count, which that statement has
 * @param link where the bug is tracked
 * @param reason why it need not be looked at
 * @param until the last day on which the entry counts, or the first version that has the bug no more; null for ever
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record KnownBug(
        @Nullable String signature,
        @Nullable String error,
        @Nullable String statement,
        @Nullable String feature,
        @Nullable String link,
        @Nullable String reason,
        @Nullable String until) {
    private static final Pattern VERSION = Pattern.compile("\\d+(\\.\\d+){1,2}");

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public KnownBug {
        signature = given(signature);
        error = given(error);
        statement = given(statement);
        feature = given(feature);
        link = given(link);
        reason = given(reason);
        until = given(until);
        if (Stream.of(signature, error, statement, feature).allMatch(part -> part == null)) {
            throw new IllegalArgumentException(
                    "an entry without signature, error, statement or feature matches nothing");
        }
        checkStatement(statement);
        checkUntil(until);
    }

    /** One that is known by its signature alone. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static KnownBug ofSignature(String signature) {
        return new KnownBug(signature, null, null, null, null, null, null);
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static void checkStatement(@Nullable String statement) {
        try {
            Pattern.compile(statement == null ? "" : statement);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "statement '" + statement + "': expected a regular expression; " + e.getDescription(), e);
        }
    }

    private static void checkUntil(@Nullable String until) {
        if (until == null || VERSION.matcher(until).matches()) {
            return;
        }
        try {
            LocalDate.parse(until);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "until '" + until + "': expected a day such as 2027-03-31, or a version such as 8.0.34", e);
        }
    }

    /** Whether it is over on that day, or on a server of that version. */
    public boolean isOver(LocalDate today, ServerVersion version) {
        if (until == null) {
            return false;
        }
        return VERSION.matcher(until).matches()
                ? version.compareTo(ServerVersion.parse(until)) >= 0
                : today.isAfter(LocalDate.parse(until));
    }

    /** Whether it tells such a failure; {@link #feature} is for who knows the statement's tree. */
    public boolean tells(Signature failure, String evidence, String sql) {
        return (signature == null
                        || signature.equals(failure.id())
                        || failure.toString().contains(signature))
                && (error == null || names(failure.text()) || names(evidence))
                && (statement == null
                        || Pattern.compile(statement, Pattern.CASE_INSENSITIVE | Pattern.DOTALL)
                                .matcher(BinaryProtocol.unmarked(sql))
                                .find());
    }

    private boolean names(String text) {
        String number = Pattern.quote(String.valueOf(error));
        String word = String.valueOf(error).chars().allMatch(Character::isDigit)
                ? "\\b(error|errno|warning)\\W{1,3}" + number + "\\b"
                : "\\b" + number + "\\b";
        return Pattern.compile(word, Pattern.CASE_INSENSITIVE).matcher(text).find();
    }

    /** What tells it, for people: {@code signature 'Item_func', feature 'window functions'}. */
    public String label() {
        return Stream.of(
                        named("signature", signature),
                        named("error", error),
                        named("statement", statement),
                        named("feature", feature))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String named(String name, @Nullable String value) {
        return value == null ? "" : String.format(Locale.ROOT, "%s '%s'", name, value);
    }
}
