package dev.mysqlsmith.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mysqlsmith.grammar.ParseResult;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.grammar.SqlParser;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.schema.Column;
import dev.mysqlsmith.schema.ColumnType;
import dev.mysqlsmith.schema.Family;
import dev.mysqlsmith.schema.Schema;
import dev.mysqlsmith.schema.Table;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ViewWatchTest {
    private final Schema schema = new Schema("d");
    private final ViewWatch watch = new ViewWatch(schema);

    @BeforeEach
    void twoTablesAndAViewOnAView() {
        schema.put(Table.base("t1", columns("a", "b")));
        schema.put(Table.base("t2", columns("c")));
        created("CREATE VIEW v3 AS SELECT a FROM t1", "v3");
        created("CREATE VIEW v4 AS SELECT a FROM v3", "v4");
        created("CREATE VIEW v5 AS SELECT c FROM t2", "v5");
    }

    @Test
    void viewsOnWhatIsGoneAreForgottenAndTheViewsOnThem() {
        watch.apply(tree("ALTER TABLE t1 DROP COLUMN a"), () -> schema.change("t1", table -> table.without("a")));
        assertThat(schema.views()).extracting(Table::name).containsExactly("v5");
    }

    @Test
    void moreColumnsHarmNoView() {
        watch.apply(
                tree("ALTER TABLE t1 ADD COLUMN e INT"),
                () -> schema.change("t1", table -> table.withColumns(columns("a", "b", "e"))));
        assertThat(schema.views()).hasSize(3);
    }

    @Test
    void aViewThatFailsTwiceInARowIsForgotten() {
        SyntaxTree.Node select = tree("SELECT * FROM v5");
        watch.judge(select, false);
        watch.judge(select, true);
        watch.judge(select, false);
        assertThat(schema.table("v5")).isPresent();
        watch.judge(select, false);
        assertThat(schema.table("v5")).isEmpty();
        assertThat(schema.table("v4")).isPresent();
    }

    private void created(String sql, String view) {
        watch.apply(tree(sql), () -> schema.put(new Table(view, true, false, columns("a"), List.of(), List.of())));
    }

    private static List<Column> columns(String... names) {
        return List.of(names).stream()
                .map(name -> new Column(name, ColumnType.of(Family.INTEGER, "INT"), true, false, false, false))
                .toList();
    }

    private static SyntaxTree.Node tree(String sql) {
        return ((ParseResult.Parsed) new SqlParser(ServerVersion.parse("8.0.33"), Set.of()).parse(sql)).tree();
    }
}
