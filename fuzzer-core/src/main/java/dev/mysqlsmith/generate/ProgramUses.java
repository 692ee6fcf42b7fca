package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.schema.Column;
import dev.mysqlsmith.schema.Table;
import java.util.LinkedHashSet;
import java.util.Set;

/** What a stored program names. */
final class ProgramUses {
    private ProgramUses() {}

    /** Tables and routines that it names. */
    static Set<String> of(SyntaxTree.Node program, World world) {
        Set<String> found = new LinkedHashSet<>();
        program.forEachToken(token -> {
            if (world.schema().table(token.text()).isPresent()
                    || world.programs().hasRoutine(token.text())) {
                found.add(token.text());
            }
        });
        return found;
    }

    /** Columns of {@code table} that it names. */
    static Set<String> columns(SyntaxTree.Node program, Table table) {
        Set<String> names = new LinkedHashSet<>();
        for (Column column : table.columns()) {
            names.add(column.name());
        }
        Set<String> found = new LinkedHashSet<>();
        program.forEachToken(token -> {
            if (names.contains(token.text())) {
                found.add(token.text());
            }
        });
        return found;
    }

    /** Whether it calls a routine. */
    static boolean calls(SyntaxTree.Node program, Programs programs) {
        boolean[] found = {false};
        program.forEachToken(token -> found[0] |= programs.hasRoutine(token.text()));
        return found[0];
    }

    /** Whether a query stands in it. */
    static boolean reads(SyntaxTree.Node program) {
        boolean[] found = {false};
        program.forEachToken(
                token -> found[0] |= token.text().equals("FROM") || token.text().equals("TABLE"));
        return found[0];
    }
}
