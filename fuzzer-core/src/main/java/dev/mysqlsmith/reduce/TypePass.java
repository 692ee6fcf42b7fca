package dev.mysqlsmith.reduce;

import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.ArrayList;
import java.util.List;

/** Gives columns, variables and parameters a simpler type, the simplest first. */
final class TypePass implements ReductionPass {
    private static final List<String> TYPES = List.of("INT", "TEXT", "DATE", "BLOB", "JSON");

    @Override
    public String name() {
        return "types";
    }

    @Override
    public List<Edit> edits(Script script) {
        List<Edit> edits = new ArrayList<>();
        script.forEachTree((index, tree) -> TreeEdits.forEach(tree, place -> {
            if (place.node().is("dataType")) {
                propose(script, index, place, edits);
            }
        }));
        return edits;
    }

    private static void propose(Script script, int index, TreeEdits.Place place, List<Edit> edits) {
        String type = place.node().sql();
        for (String simpler : TYPES) {
            if (simpler.length() < type.length()) {
                edits.add(new Edit(
                        place.node().tokenCount() - 1,
                        () -> script.replacing(index, place.path(), new SyntaxTree.Token(0, simpler))));
            }
        }
    }
}
