package dev.mysqlsmith.oracle;

import dev.mysqlsmith.grammar.Resources;
import dev.mysqlsmith.grammar.Rule;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.grammar.TreeSign;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one version answers otherwise than another on purpose: a line of {@code intended.txt}.
 *
 * @param sign what the statement has
 * @param since the first version that answers in the new way; null where MariaDB answers otherwise than MySQL
 * @param link where that is documented
 * @param reason a short fixed text that is counted
 */
record Intended(TreeSign sign, @Nullable ServerVersion since, String link, String reason) {
    private static final String MARIADB = "mariadb";

    private static final Map<Rule, List<Intended>> LINES = Resources.lines(Intended.class, "intended.txt").stream()
            .map(Intended::read)
            .collect(Collectors.groupingBy(line -> line.sign().rule()));

    private static Intended read(String line) {
        String[] cells = line.split("\\s+", 4);
        ServerVersion since = cells[1].equals(MARIADB) ? null : ServerVersion.parse(cells[1]);
        return new Intended(TreeSign.read(cells[0]), since, cells[2], cells[3]);
    }

    /** Why two versions may by right do something else with a statement; empty where nothing is known of it. */
    static Optional<String> between(ServerVersion here, ServerVersion there, SyntaxTree.Node statement) {
        if (here.equals(there)) {
            return Optional.empty();
        }
        Deque<SyntaxTree.Node> open = new ArrayDeque<>(List.of(statement));
        while (!open.isEmpty()) {
            SyntaxTree.Node node = open.pop();
            for (Intended line : LINES.getOrDefault(node.rule(), List.of())) {
                if (line.parts(here, there) && line.sign().isOn(node)) {
                    return Optional.of("intended: " + line.reason());
                }
            }
            node.children().stream()
                    .filter(SyntaxTree.Node.class::isInstance)
                    .map(SyntaxTree.Node.class::cast)
                    .forEach(open::push);
        }
        return Optional.empty();
    }

    /** Whether the two are on its two sides. */
    private boolean parts(ServerVersion here, ServerVersion there) {
        boolean sameFlavour = here.flavour().equals(there.flavour());
        if (since == null) {
            return !sameFlavour;
        }
        return sameFlavour
                && here.flavour().equals(since.flavour())
                && here.compareTo(since) < 0 != there.compareTo(since) < 0;
    }
}
