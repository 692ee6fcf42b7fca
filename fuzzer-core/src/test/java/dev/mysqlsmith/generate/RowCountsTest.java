package dev.mysqlsmith.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mysqlsmith.grammar.ParseResult;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.grammar.SqlParser;
import dev.mysqlsmith.schema.Column;
import dev.mysqlsmith.schema.ColumnType;
import dev.mysqlsmith.schema.Family;
import dev.mysqlsmith.schema.Schema;
import dev.mysqlsmith.schema.Table;
import dev.mysqlsmith.schema.TableTraits;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RowCountsTest {
    private final Schema schema = new Schema("d");
    private final RowCounts rows = new RowCounts();

    @BeforeEach
    void aTableAndViews() {
        List<Column> columns =
                List.of(new Column("a", ColumnType.of(Family.INTEGER, "INT"), true, false, false, false));
        schema.put(Table.base("t1", columns));
        schema.put(
                new Table("v1", true, true, columns, List.of(), List.of(), TableTraits.PLAIN.showing(List.of("t1"))));
        schema.put(new Table("v2", true, false, columns, List.of(), List.of()));
    }

    @Test
    void countsWhatIsInserted() {
        made("INSERT INTO t1 VALUES (1), (2), (3)", "t1");
        made("REPLACE t1 SET a = 4", "t1");
        made("INSERT t1 SELECT 5", "t1");
        assertThat(of("t1")).isEqualTo(3 + 1 + 3);
    }

    @Test
    void aViewThatCanBeChangedIsItsTable() {
        made("INSERT INTO v1 VALUES (1), (2)", "v1");
        assertThat(of("t1")).isEqualTo(2);
        assertThat(of("v1")).isEqualTo(2);
        assertThat(of("v2")).isPositive();
    }

    @Test
    void deletesTakeSomeOrAll() {
        made("INSERT INTO t1 VALUES (1), (2), (3), (4)", "t1");
        made("DELETE FROM t1 WHERE a = 1", "t1");
        assertThat(of("t1")).isEqualTo(3);
        made("DELETE FROM t1 LIMIT 1", "t1");
        assertThat(of("t1")).isEqualTo(2);
        made("DELETE FROM t1", "t1");
        assertThat(of("t1")).isZero();
        made("INSERT INTO t1 VALUES (1)", "t1");
        made("TRUNCATE t1", "t1");
        assertThat(of("t1")).isZero();
    }

    @Test
    void aRenamedTableKeepsItsRows() {
        made("INSERT INTO t1 VALUES (1), (2)", "t1");
        rows.renamed("t1", "t9");
        schema.put(schema.table("t1").orElseThrow().renamed("t9"));
        assertThat(of("t9")).isEqualTo(2);
        assertThat(of("t1")).isZero();
    }

    @Test
    void whatChangesNoTableCountsNothing() {
        made("SELECT 1", null);
        made("UPDATE t1 SET a = 1", "t1");
        made("INSERT INTO gone VALUES (1)", "gone");
        assertThat(of("t1")).isZero();
    }

    private void made(String sql, String target) {
        ParseResult parsed = new SqlParser(ServerVersion.parse("8.0.33"), Set.of()).parse(sql);
        rows.made(((ParseResult.Parsed) parsed).tree(), target, schema);
    }

    private int of(String table) {
        return rows.of(schema.table(table).orElseThrow());
    }
}
