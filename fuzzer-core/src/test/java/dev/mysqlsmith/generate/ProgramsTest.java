package dev.mysqlsmith.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mysqlsmith.grammar.ParseResult;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.grammar.SqlParser;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.random.Choices;
import dev.mysqlsmith.schema.Column;
import dev.mysqlsmith.schema.ColumnType;
import dev.mysqlsmith.schema.Family;
import dev.mysqlsmith.schema.Schema;
import dev.mysqlsmith.schema.Table;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProgramsTest {
    private static final ServerVersion VERSION = ServerVersion.parse("8.0.33");

    private final World world = new World(new Schema("d"), VERSION);
    private final Programs programs = world.programs();
    private final ProgramWatch watch = new ProgramWatch(
            world,
            new Expansion(
                    new GeneratorTools(new GeneratorSettings(Profile.named("default"), VERSION, "d")),
                    Choices.seeded(1),
                    world));

    @BeforeEach
    void threeTablesAndTriggersFromOneToTheNext() {
        for (String table : List.of("t1", "t2", "t3")) {
            world.schema().put(Table.base(table, List.of(column("a"), column("b"))));
        }
        programs.triggers().add(trigger("g1", "t1", "a", "t2"));
        programs.triggers().add(trigger("g2", "t2", "b", "t3"));
    }

    @Test
    void triggersMayNotLeadBack() {
        assertThat(programs.writtenWith("t1")).containsExactlyInAnyOrder("t2", "t3");
        assertThat(programs.mayWrite("t1", "t3")).isTrue();
        assertThat(programs.mayWrite("t3", "t1")).isFalse();
        assertThat(programs.mayWrite("t2", "t2")).isFalse();
    }

    @Test
    void aTriggerThatNamesATableThatIsGoneIsDropped() {
        world.schema().drop("t2");
        watch.review();
        assertThat(due()).containsExactly("DROP TRIGGER IF EXISTS g1", "DROP TRIGGER IF EXISTS g2");
        assertThat(programs.triggers()).isEmpty();
    }

    @Test
    void soIsOneThatNamesAColumnThatIsGoneButNoOther() {
        world.schema().change("t1", table -> table.without("b"));
        watch.review();
        assertThat(due()).isEmpty();
        world.schema().change("t1", table -> table.without("a"));
        watch.review();
        assertThat(due()).containsExactly("DROP TRIGGER IF EXISTS g1");
    }

    @Test
    void routinesThatNameWhatIsGoneAreForgotten() {
        programs.functions().add(routine("f1", "t1"));
        programs.functions().add(routine("f2", "t3"));
        programs.procedures().add(routine("r1", "f1"));
        world.schema().drop("t1");
        watch.review();
        assertThat(programs.functions()).extracting(Programs.Routine::name).containsExactly("f2");
        assertThat(programs.procedures()).isEmpty();
    }

    @Test
    void changesThatFailTwiceInARowCostTheTriggersOfTheirTable() {
        SyntaxTree.Node update = tree("UPDATE t2 SET a = 1");
        watch.judge(update, false);
        watch.judge(update, true);
        watch.judge(update, false);
        assertThat(due()).isEmpty();
        watch.judge(update, false);
        assertThat(due()).containsExactly("DROP TRIGGER IF EXISTS g2");
    }

    private List<String> due() {
        return world.due().stream().map(SyntaxTree::sql).toList();
    }

    private static Programs.Trigger trigger(String name, String table, String column, String written) {
        return new Programs.Trigger(
                name, table, "AFTER INSERT", Set.of(column), Set.of(written), Set.of(table, written));
    }

    private static Programs.Routine routine(String name, String uses) {
        return new Programs.Routine(name, null, List.of(), false, true, Set.of(uses));
    }

    private static Column column(String name) {
        return new Column(name, ColumnType.of(Family.INTEGER, "INT"), true, false, false, true);
    }

    private static SyntaxTree.Node tree(String sql) {
        return ((ParseResult.Parsed) new SqlParser(VERSION, Set.of()).parse(sql)).tree();
    }
}
