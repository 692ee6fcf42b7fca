package dev.mysqlsmith.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mysqlsmith.execute.BinaryProtocol;
import dev.mysqlsmith.grammar.ServerVersion;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownBugTest {
    private static final Signature CRASH = new Signature(Kind.CRASH, "signal 11 in Item_func::fix < JOIN::prepare");
    private static final String SQL = "SELECT a, COUNT(*)\nFROM t GROUP BY a WITH ROLLUP";

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "signal 11 in Item_func::fix < JOIN::prepare,  true",
                "crash: signal 11 in Item_func::fix,           true",
                "Item_func::fix,                               true",
                "item_func::fix,                               false",
                "hang: signal 11,                              false",
            })
    void aSignatureIsAnIdOrAPart(String signature, boolean tells) {
        assertThat(KnownBug.ofSignature(signature).tells(CRASH, "", SQL)).isEqualTo(tells);
        assertThat(KnownBug.ofSignature(CRASH.id()).tells(CRASH, "", SQL)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "1105,       ERROR 1105 (HY000): Unknown error,      true",
                "1105,       update: error 1105 only here,           true",
                "1105,       error 11052,                            false",
                "1105,       error 1062; row 1105,                   false",
                "MY-013183,  [ERROR] [MY-013183] [InnoDB] Assertion, true",
                "MY-013183,  [ERROR] [MY-0131830],                   false",
            })
    void anErrorIsANumberThatTheServerGave(String error, String evidence, boolean tells) {
        KnownBug bug = bug(null, error, null, null);
        assertThat(bug.tells(CRASH, evidence, SQL)).isEqualTo(tells);
        assertThat(bug.tells(new Signature(Kind.ERROR, evidence), "", SQL)).isEqualTo(tells);
    }

    @Test
    void theMarkOfTheBinaryProtocolIsNoPartOfAStatement() {
        assertThat(bug(null, null, "^select", null).tells(CRASH, "", BinaryProtocol.marked("SELECT 1")))
                .isTrue();
    }

    @Test
    void allThatIsGivenMustHold() {
        assertThat(bug("Item_func", null, "group by .* rollup", null).tells(CRASH, "", SQL))
                .isTrue();
        assertThat(bug("count.*from", null, null, null).tells(CRASH, "", SQL)).isFalse();
        assertThat(bug("Item_func", null, "having", null).tells(CRASH, "", SQL)).isFalse();
        assertThat(bug("Item_sum", null, "rollup", null).tells(CRASH, "", SQL)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-27, 2026-11-27, 8.0.33, false",
        "2026-11-27, 2026-11-28, 8.0.33, true",
        "8.0.34,     2026-11-27, 8.0.33, false",
        "8.0.34,     2026-11-27, 8.0.34, true",
        "9.0,        2026-11-27, 8.4.2,  false",
        "9.0,        2026-11-27, 9.7.4,  true",
    })
    void itIsOverAfterADayOrFromAVersionOn(String until, LocalDate today, String version, boolean over) {
        assertThat(bug("x", null, null, until).isOver(today, ServerVersion.parse(version)))
                .isEqualTo(over);
    }

    @Test
    void whatMatchesNothingOrCannotBeReadIsRefused() {
        assertThatThrownBy(() -> new KnownBug(" ", null, "", null, "https://bugs/1", "why", null))
                .hasMessageContaining("matches nothing");
        assertThatThrownBy(() -> bug(null, null, "a(", null))
                .hasMessageContaining("'a('")
                .hasMessageContaining("regular expression");
        assertThatThrownBy(() -> bug("x", null, null, "next year")).hasMessageContaining("2027-03-31");
    }

    @Test
    void whatAnEntryDidIsToldAtTheEnd() {
        KnownBug met = bug("Item_func", null, null, null);
        KnownBug never = bug("Item_sum", null, null, null);
        KnownBug over = bug("Item_func", null, null, "8.0.12");
        Finding finding = TestFindings.confirmed(CRASH, History.of(List.of(SQL)))
                .withDuplicates(4)
                .withKnown(met);

        assertThat(KnownBugUse.of(List.of(met, never, over), List.of(finding), "8.0.12"))
                .extracting(KnownBugUse::text)
                .containsExactly(
                        "matched 5 times in 1 finding: signature 'Item_func' (https://bugs/1)",
                        "never matched: signature 'Item_sum' (https://bugs/1)",
                        "over since 8.0.12, no longer taken as known: signature 'Item_func' (https://bugs/1)");
    }

    private static KnownBug bug(
            @Nullable String signature, @Nullable String error, @Nullable String statement, @Nullable String until) {
        return new KnownBug(signature, error, statement, null, "https://bugs/1", "not merged", until);
    }
}
