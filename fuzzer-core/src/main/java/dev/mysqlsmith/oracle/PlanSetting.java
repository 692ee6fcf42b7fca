package dev.mysqlsmith.oracle;

import dev.mysqlsmith.grammar.Resources;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A setting of the optimizer that must not change what a query gives, from the list {@code plan-settings.txt}.
 *
 * @param variable that can be set by the hint SET_VAR
 * @param value as it stands in the hint
 * @param since the first version that has it
 * @param hints with nothing but that hint
 */
record PlanSetting(String variable, String value, ServerVersion since, SyntaxTree.Node hints) {
    /** The hint SET_VAR. */
    private static final String HINT_SINCE = "8.0.3";

    private static final List<PlanSetting> ALL = Resources.lines(PlanSetting.class, "plan-settings.txt").stream()
            .map(PlanSetting::read)
            .toList();

    private static PlanSetting read(String line) {
        String[] cells = line.split("\\s+");
        return new PlanSetting(
                cells[0],
                cells[1],
                ServerVersion.parse(cells.length > 2 ? cells[2] : HINT_SINCE),
                Fragments.first("optimizerHints", "SELECT /*+ SET_VAR(" + cells[0] + " = " + cells[1] + ") */ 1"));
    }

    /** Those that a version has, in the order of the list. */
    static List<PlanSetting> of(ServerVersion version) {
        return ALL.stream()
                .filter(setting -> version.compareTo(setting.since()) >= 0)
                .toList();
    }

    /** The first one under which a query is as {@code wanted}, by its name; empty where there is none. */
    static Optional<String> deciding(ServerVersion version, QueryTree query, Predicate<QueryTree> wanted) {
        return of(version).stream()
                .filter(setting -> setting.on(query).filter(wanted).isPresent())
                .map(PlanSetting::name)
                .findFirst();
    }

    /** {@code semijoin=off}, {@code big_tables=1}. */
    String name() {
        return variable.equals("optimizer_switch") ? value.replace("'", "") : variable + "=" + value;
    }

    /** The query under the setting; empty where its hints can't be read, or nothing of it can have hints. */
    Optional<QueryTree> on(QueryTree query) {
        return hinted(query.statement()).map(QueryTree::new);
    }

    /** Goes down to the first SELECT of the query, where hints count for all of it. */
    private Optional<SyntaxTree.Node> hinted(SyntaxTree.Node node) {
        if (node.is("querySpecification")) {
            return withHint(node);
        }
        for (int i = 0; i < node.children().size(); i++) {
            if (node.children().get(i) instanceof SyntaxTree.Node child && !child.is("withClause")) {
                int index = i;
                return hinted(child).map(inner -> node.with(index, inner));
            }
        }
        return Optional.empty();
    }

    private Optional<SyntaxTree.Node> withHint(SyntaxTree.Node select) {
        List<SyntaxTree> children = new ArrayList<>(select.children());
        Optional<SyntaxTree.Node> old = select.child("optimizerHints");
        if (old.isEmpty()) {
            children.add(1, hints);
        } else if (!old.get().has("optimizerHint")) {
            return Optional.empty();
        } else { // of two settings of one variable the first one counts
            List<SyntaxTree> both = new ArrayList<>(old.get().children());
            both.add(1, hints.children().get(1));
            children.set(1, new SyntaxTree.Node(hints.rule(), both));
        }
        return Optional.of(new SyntaxTree.Node(select.rule(), children));
    }
}
