package dev.mysqlsmith.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JdbcTest {

    @Test
    void ownSettingsStayAndOursAreAdded() {
        assertThat(Jdbc.complete("jdbc:mysql://h:1/?user=u&sslMode=REQUIRED"))
                .startsWith("jdbc:mysql://h:1/?user=u&sslMode=REQUIRED&")
                .contains("jdbcCompliantTruncation=false")
                .doesNotContain("sslMode=DISABLED");
        assertThat(Jdbc.complete("jdbc:mysql://h:1")).startsWith("jdbc:mysql://h:1/?sslMode=");
    }

    @Test
    void defaultDatabaseIsLeftOut() {
        assertThat(Jdbc.withoutDatabase("jdbc:mysql://h:1/production?user=u")).isEqualTo("jdbc:mysql://h:1/?user=u");
    }
}
