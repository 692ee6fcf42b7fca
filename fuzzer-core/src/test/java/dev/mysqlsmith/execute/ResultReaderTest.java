package dev.mysqlsmith.execute;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class ResultReaderTest {

    @Test
    void showsBytesThatAreNoTextAsHex() {
        assertThat(ResultReader.text("é".getBytes(StandardCharsets.UTF_8), false))
                .isEqualTo("é");
        assertThat(ResultReader.text("é".getBytes(StandardCharsets.UTF_8), true))
                .isEqualTo("0xc3a9");
        assertThat(ResultReader.text(new byte[] {'a', (byte) 0xff}, false)).isEqualTo("0x61ff");
        assertThat(ResultReader.text(new byte[0], true)).isEqualTo("0x");
    }

    @Test
    void tellsTheServersErrorsFromTheDrivers() {
        assertThat(ServerErrors.isServerError(new SQLException("syntax", "42000", 1064)))
                .isTrue();
        assertThat(ServerErrors.isServerError(new SQLException("packet too large", "08S01", 1153)))
                .isTrue();
        assertThat(ServerErrors.isServerError(new SQLException("conversion", "S1009", 0)))
                .isFalse();
        assertThat(ServerErrors.isConnectionLost(new SQLException("conversion", "S1009", 0)))
                .isFalse();
        assertThat(ServerErrors.isConnectionLost(new SQLException("link failure", "08S01", 0)))
                .isTrue();
        assertThat(ServerErrors.isConnectionLost(new SQLException("shutdown", "08S01", 1053)))
                .isTrue();
        assertThat(ServerErrors.isServerError(new SQLException("shutdown", "08S01", 1053)))
                .isFalse();
    }
}
