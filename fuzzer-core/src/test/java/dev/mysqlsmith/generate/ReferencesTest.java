package dev.mysqlsmith.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mysqlsmith.schema.Column;
import dev.mysqlsmith.schema.ColumnType;
import dev.mysqlsmith.schema.Engine;
import dev.mysqlsmith.schema.Family;
import dev.mysqlsmith.schema.ForeignKey;
import dev.mysqlsmith.schema.Index;
import dev.mysqlsmith.schema.Schema;
import dev.mysqlsmith.schema.Table;
import dev.mysqlsmith.schema.TableTraits;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReferencesTest {
    private static final ColumnType NUMBER = new ColumnType(Family.INTEGER, "INT", 0, 0, true, List.of());
    private static final Table PARENT = Table.base("p", List.of(new Column("a", NUMBER, false, false, false, false)))
            .withIndexes(List.of(new Index("PRIMARY", Index.Kind.PRIMARY, List.of("a"))));

    @Test
    void onlyAUniqueColumnOfAnOrdinaryTableCanBeReferredTo() {
        assertThat(References.referable(PARENT)).isEqualTo(PARENT.columns().get(0));
        assertThat(References.referable(PARENT.withIndexes(List.of()))).isNull();
        assertThat(References.referable(PARENT.withPartitions(List.of("p0")))).isNull();
        assertThat(References.referable(PARENT.with(TableTraits.PLAIN.with(Engine.MYISAM))))
                .isNull();
        assertThat(References.referable(PARENT.with(TableTraits.PLAIN.withTemporary(true))))
                .isNull();
    }

    @Test
    void aParentIsTiedAndItsNewNameIsKnownToItsChildren() {
        Schema schema = new Schema("d");
        schema.put(PARENT);
        ForeignKey key = new ForeignKey("f", List.of("b"), "p", List.of("a"));
        schema.put(Table.base("c", List.of()).with(TableTraits.PLAIN.withForeignKeys(List.of(key))));
        assertThat(References.isTied(schema, PARENT)).isTrue();
        schema.change("p", table -> table.renamed("q"));
        References.renamed(schema, "p", "q");
        assertThat(References.isReferenced(schema, "q")).isTrue();
        assertThat(References.isReferenced(schema, "p")).isFalse();
    }

    @Test
    void aChildIsDeclaredAsItsParentIs() {
        assertThat(References.declaration(NUMBER)).isEqualTo("INT UNSIGNED");
        assertThat(References.declaration(new ColumnType(Family.DECIMAL, "DECIMAL", 10, 2, false, List.of())))
                .isEqualTo("DECIMAL(10,2)");
        assertThat(References.declaration(new ColumnType(Family.DATETIME, "DATETIME", 0, 6, false, List.of())))
                .isEqualTo("DATETIME(6)");
    }
}
