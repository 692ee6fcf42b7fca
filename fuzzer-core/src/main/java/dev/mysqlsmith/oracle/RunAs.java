package dev.mysqlsmith.oracle;

import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A way to run a query that must not matter to what it gives. */
enum RunAs {
    VIEW("a view") {
        @Override
        Script script(QueryTree query, Surroundings at) {
            String names =
                    IntStream.range(0, at.columns()).mapToObj(i -> "c" + i).collect(Collectors.joining(", "));
            String view = at.database() + ".v";
            return new Script(
                    List.of("CREATE VIEW " + view + " (" + names + ") AS " + query.sql()),
                    List.of("SELECT * FROM " + view),
                    "DROP VIEW " + view);
        }
    },
    PREPARED("a prepared statement") {
        @Override
        Script script(QueryTree query, Surroundings at) {
            String text = query.sql().replace("\\", "\\\\").replace("'", "''");
            return new Script(
                    List.of("PREPARE s FROM '" + text + "'"),
                    List.of("EXECUTE s", "EXECUTE s"),
                    "DEALLOCATE PREPARE s");
        }
    },
    PROCEDURE("a procedure") {
        @Override
        Script script(QueryTree query, Surroundings at) {
            String procedure = at.database() + ".p";
            return new Script(
                    List.of("CREATE PROCEDURE " + procedure + "() "
                            + qualified(query, at.origin()).sql()),
                    List.of("CALL " + procedure + "()", "CALL " + procedure + "()"),
                    "DROP PROCEDURE " + procedure);
        }
    },
    READ_ONLY("a read-only transaction") {
        @Override
        Script script(QueryTree query, Surroundings at) {
            return new Script(List.of("START TRANSACTION READ ONLY"), List.of(query.sql()), "COMMIT");
        }
    },
    SNAPSHOT("a consistent snapshot") {
        @Override
        Script script(QueryTree query, Surroundings at) {
            return new Script(List.of("START TRANSACTION WITH CONSISTENT SNAPSHOT"), List.of(query.sql()), "COMMIT");
        }
    };

    private final String title;

    RunAs(String title) {
        this.title = title;
    }

    /** For people: {@code a view}. */
    String title() {
        return title;
    }

    abstract Script script(QueryTree query, Surroundings at);

    /**
     * What it takes.
     *
     * @param before each must succeed
     * @param asks each must give the rows of the query
     * @param after whatever came of the others
     */
    record Script(List<String> before, List<String> asks, String after) {}

    /**
     * Where it is done.
     *
     * @param origin the database that has the tables, quoted
     * @param database one that may be changed, quoted
     * @param columns how many the query gives
     */
    record Surroundings(String origin, String database, int columns) {}

    /** Programs look for tables in their own database. */
    private static QueryTree qualified(QueryTree query, String database) {
        Set<String> common = query.statement().all("newCteName").stream()
                .map(SyntaxTree.Node::sql)
                .collect(Collectors.toSet());
        SyntaxTree.Node reference = Fragments.first("tableRef", "SELECT 1 FROM " + database + ".t");
        return new QueryTree(qualified(query.statement(), reference, common));
    }

    private static SyntaxTree.Node qualified(SyntaxTree.Node node, SyntaxTree.Node reference, Set<String> common) {
        if (node.is("tableRef")) {
            boolean plain = node.children().size() == 1 && !common.contains(node.sql());
            return plain ? reference.with(2, node.children().get(0)) : node;
        }
        List<SyntaxTree> children = new ArrayList<>();
        for (SyntaxTree child : node.children()) {
            children.add(child instanceof SyntaxTree.Node inner ? qualified(inner, reference, common) : child);
        }
        return new SyntaxTree.Node(node.rule(), children);
    }
}
