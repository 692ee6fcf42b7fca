package dev.mysqlsmith.reduce;

import dev.mysqlsmith.finding.Step;
import dev.mysqlsmith.grammar.MySqlLexer;
import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts what ALTER TABLE or CREATE INDEX adds to a table where the table is made, and what ALTER VIEW makes of a view where the
 * view is made.
 */
final class DefinitionPass implements ReductionPass {
    private static final SyntaxTree.Token COMMA = new SyntaxTree.Token(MySqlLexer.COMMA, ",");

    /** What stands in CREATE INDEX, and not in a table's definition. */
    private static final Set<String> OF_THE_STATEMENT = Set.of("CREATE", "ON", "tableRef", "onlineOptions");

    @Override
    public String name() {
        return "definitions";
    }

    /**
     * What a statement adds to a table or makes of a view.
     *
     * @param added a part of the table's definition; for a view all that stands behind CREATE
     * @param rest the statement without it; null where nothing stays
     */
    private record Change(
            String name, SyntaxTree.Node added, @Nullable String rest) {}

    @Override
    public List<Edit> edits(Script script) {
        List<Edit> edits = new ArrayList<>();
        script.forEachTree((index, statement) -> {
            SyntaxTree.Node tree = (SyntaxTree.Node) statement.children().get(0);
            for (Change change : changes(tree)) {
                for (int i = index - 1; i >= 0; i--) {
                    SyntaxTree.Node definition = script.statement(i).tree();
                    SyntaxTree changed = definition == null ? null : changed(definition, change);
                    if (changed != null) {
                        edits.add(edit(script, index, change, i, changed));
                        break;
                    }
                }
            }
        });
        return edits;
    }

    private static Edit edit(Script script, int index, Change change, int at, SyntaxTree definition) {
        String rest = change.rest();
        int gain = rest == null
                ? script.statement(index).tokens().size() - change.added().tokenCount()
                : 1;
        return new Edit(gain, () -> {
            List<Step> steps = script.replacing(at, definition.sql());
            if (rest == null) {
                steps.remove(index);
            } else {
                steps.set(index, script.replacing(index, rest).get(index));
            }
            return steps;
        });
    }

    private static List<Change> changes(SyntaxTree.Node statement) {
        return switch (statement.rule().name()) {
            case "createIndexStatement" -> List.of(new Change(table(statement), index(statement), null));
            case "alterViewStatement" ->
                List.of(new Change(
                        TreeEdits.name(TreeEdits.find(statement, "viewRef")),
                        TreeEdits.without(statement, 0, 1),
                        null));
            case "alterTableStatement" -> actions(statement);
            default -> List.of();
        };
    }

    private static SyntaxTree.Node index(SyntaxTree.Node statement) {
        return new SyntaxTree.Node(
                statement.rule(),
                statement.children().stream()
                        .filter(child -> !OF_THE_STATEMENT.contains(
                                child instanceof SyntaxTree.Node node
                                        ? node.rule().name()
                                        : child.sql()))
                        .toList());
    }

    private static List<Change> actions(SyntaxTree.Node statement) {
        List<Change> changes = new ArrayList<>();
        for (SyntaxTree.Node actions : statement.children("alterTableActions")) {
            for (SyntaxTree child : actions.children()) {
                SyntaxTree.Node added = child instanceof SyntaxTree.Node node ? added(node) : null;
                if (added != null) {
                    SyntaxTree.Node others = TreeEdits.withoutItem(actions, (SyntaxTree.Node) child);
                    String rest = others.children().isEmpty()
                            ? null
                            : TreeEdits.swap(statement, actions, others).sql();
                    changes.add(new Change(table(statement), added, rest));
                }
            }
        }
        return changes;
    }

    /** What the action adds as it stands in a table's definition, or null. */
    private static SyntaxTree.@Nullable Node added(SyntaxTree.Node action) {
        if (action.is("partitionClause") || action.has("tableOption")) {
            return action;
        }
        List<SyntaxTree> parts = action.children().stream()
                .filter(child -> child instanceof SyntaxTree.Node part && !part.is("columnPosition"))
                .toList();
        return action.is("alterTableAction") && action.says("ADD") && !action.says("(")
                ? new SyntaxTree.Node(action.rule(), parts)
                : null;
    }

    private static String table(SyntaxTree.Node statement) {
        return TreeEdits.name(TreeEdits.find(statement, "tableRef"));
    }

    /** The definition with the change made, or null where it is of something else. */
    private static @Nullable SyntaxTree changed(SyntaxTree.Node definition, Change change) {
        SyntaxTree.Node statement = (SyntaxTree.Node) definition.children().get(0);
        SyntaxTree.Node added = change.added();
        if (statement.is("createViewStatement") && added.is("alterViewStatement")) {
            return isOf(statement, "newViewName", change)
                    ? new SyntaxTree.Node(
                            statement.rule(), List.of(statement.children().get(0), added))
                    : null;
        }
        SyntaxTree.Node body = statement.child("createTableBody").orElse(null);
        if (body == null || !body.has("tableElement") || !isOf(statement, "newTableName", change)) {
            return null;
        }
        boolean option = added.is("partitionClause") || added.has("tableOption");
        int at = behindLast(body, option && body.has("tableOptions") ? "tableOptions" : "tableElement");
        List<SyntaxTree> children = new ArrayList<>(body.children());
        if (option) {
            children.add(body.has("tableOptions") ? at : at + 1, added); // behind the parenthesis
        } else {
            children.addAll(at, List.of(COMMA, added));
        }
        return TreeEdits.swap(statement, body, new SyntaxTree.Node(body.rule(), children));
    }

    private static boolean isOf(SyntaxTree.Node statement, String newName, Change change) {
        return TreeEdits.name(TreeEdits.find(statement, newName)).equals(change.name());
    }

    private static int behindLast(SyntaxTree.Node body, String rule) {
        for (int i = body.children().size() - 1; i >= 0; i--) {
            if (body.children().get(i) instanceof SyntaxTree.Node node && node.is(rule)) {
                return i + 1;
            }
        }
        throw new IllegalArgumentException("no " + rule + " in " + body.sql());
    }
}
