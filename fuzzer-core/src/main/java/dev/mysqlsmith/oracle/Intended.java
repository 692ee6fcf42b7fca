package dev.mysqlsmith.oracle;

import dev.mysqlsmith.grammar.Resources;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.grammar.TreeSign;
import java.util.List;
import java.util.Optional;
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

    private static final List<Intended> ALL = Resources.lines(Intended.class, "intended.txt").stream()
            .map(Intended::read)
            .toList();

    private static Intended read(String line) {
        String[] cells = line.split("\\s+", 4);
        ServerVersion since = cells[1].equals(MARIADB) ? null : ServerVersion.parse(cells[1]);
        return new Intended(TreeSign.read(cells[0]), since, cells[2], cells[3]);
    }

    /** Those that two versions are on both sides of. */
    static List<Intended> between(ServerVersion here, ServerVersion there) {
        return ALL.stream().filter(line -> line.parts(here, there)).toList();
    }

    /** Why the two may by right do something else with a statement; empty where nothing is known of it. */
    static Optional<String> reason(List<Intended> between, SyntaxTree.Node statement) {
        return between.stream()
                .filter(line -> line.isIn(statement))
                .findFirst()
                .map(line -> "intended: " + line.reason());
    }

    private boolean isIn(SyntaxTree.Node statement) {
        return statement.all(sign.rule().name()).stream().anyMatch(sign::isOn);
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
