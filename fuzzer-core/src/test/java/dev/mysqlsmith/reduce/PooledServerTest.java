package dev.mysqlsmith.reduce;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PooledServerTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET GLOBAL a = 1",
                "set @@global.a = 1",
                "SET PERSIST a = 1",
                "CREATE USER u",
                "GRANT ALL ON *.* TO u",
                "XA PREPARE 'a'",
                "CREATE UNDO TABLESPACE u ADD DATAFILE 'u.ibu'",
                "UPDATE mysql.user SET a = 1",
                "use mysql",
                "RESET MASTER"
            })
    void whatOutlivesItsDatabaseNeedsAReset(String sql) {
        assertThat(PooledServer.isLasting(sql)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "START TRANSACTION",
                "ALTER TABLE t1 CHANGE a b INT",
                "SELECT USER(), CURRENT_ROLE()",
                "SET @a = 1",
                "SET SESSION sql_mode = ''",
                "FLUSH TABLES",
                "CREATE TABLE t1 (a INT)"
            })
    void whatItsDatabaseOrSessionTakesAlongDoesNot(String sql) {
        assertThat(PooledServer.isLasting(sql)).isFalse();
    }
}
