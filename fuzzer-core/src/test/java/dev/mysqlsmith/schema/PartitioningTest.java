package dev.mysqlsmith.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mysqlsmith.schema.Partitioning.Further;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartitioningTest {
    @Test
    void nothingFollowsMaxvalue() {
        Partitioning closed = ranges("VALUES LESS THAN (1)", "VALUES LESS THAN (MAXVALUE)");
        assertThat(closed.isOpen()).isFalse();
        assertThat(closed.without(1).isOpen()).isTrue();
        assertThat(closed.without(1).with(closed.next(3)).bounds())
                .containsExactly("VALUES LESS THAN (1)", "VALUES LESS THAN (2003)");
    }

    @Test
    void listsAreOpenWhateverTheyHave() {
        Partitioning lists = new Partitioning("c", false, false, Further.IN_NUMBERS, List.of("VALUES IN (1)"));
        assertThat(lists.isOpen()).isTrue();
        assertThat(lists.next(7)).isEqualTo("VALUES IN (2007)");
        assertThat(new Partitioning("c", true, false, Further.NONE, List.of()).isOpen())
                .isFalse();
    }

    private static Partitioning ranges(String... bounds) {
        return new Partitioning("c", false, false, Further.LESS_THAN_NUMBER, List.of(bounds));
    }
}
