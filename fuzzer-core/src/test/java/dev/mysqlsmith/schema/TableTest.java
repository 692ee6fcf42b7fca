package dev.mysqlsmith.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    private static final Column SHOWN = new Column("a", ColumnType.of(Family.INTEGER, "INT"), true, false, false, true);
    private static final Column HIDDEN = SHOWN.renamed("b").hidden(true);

    @Test
    void invisibleColumnsAreNotAmongTheVisible() {
        assertThat(Table.base("t", List.of(SHOWN, HIDDEN)).visibleColumns()).containsExactly(SHOWN);
        assertThat(Table.base("t", List.of(SHOWN, HIDDEN.hidden(false))).visibleColumns())
                .hasSize(2);
    }

    @Test
    void whatIsKnownOfATableStaysWhenItsNameChanges() {
        ForeignKey key = new ForeignKey("f", List.of("a"), "p", List.of("x"));
        TableTraits traits = TableTraits.PLAIN
                .with(Engine.MYISAM)
                .withForeignKeys(List.of(key))
                .withChecks(List.of("k"));
        Table table = Table.base("t", List.of(SHOWN)).with(traits).renamed("u");
        assertThat(table.engine()).isEqualTo(Engine.MYISAM);
        assertThat(table.traits().without("f").foreignKeys()).isEmpty();
        assertThat(table.traits().without("k").checks()).isEmpty();
        assertThat(table.traits().without("k").foreignKeys()).containsExactly(key);
    }
}
