package dev.mysqlsmith.oracle;

import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A way to run a query that must not matter to what it gives. */
enum RunAs {
    VIEW("a view") {
        @Override
        Optional<Script> script(QueryTree query, Surroundings at) {
            String names =
                    IntStream.range(0, at.columns()).mapToObj(i -> "c" + i).collect(Collectors.joining(", "));
            String view = at.database() + ".v";
            return Optional.of(new Script(
                    List.of("CREATE VIEW " + view + " (" + names + ") AS " + query.sql()),
                    List.of("SELECT * FROM " + view),
                    "DROP VIEW " + view));
        }
    },
    PREPARED("a prepared statement") {
        @Override
        Optional<Script> script(QueryTree query, Surroundings at) {
            return Optional.of(
                    new Script(List.of(prepare(query)), List.of("EXECUTE s", "EXECUTE s"), "DEALLOCATE PREPARE s"));
        }
    },
    PARAMETERS("a prepared statement with parameters") {
        @Override
        Optional<Script> script(QueryTree query, Surroundings at) {
            return Parameters.of(query, at.constants()).map(parameters -> {
                List<String> values = parameters.values();
                String execute = "EXECUTE s USING " + each(values, i -> "@p" + i);
                return new Script(
                        List.of(
                                prepare(parameters.query()),
                                "SET " + each(values, i -> "@p" + i + " = NULL"),
                                execute,
                                "SET " + each(values, i -> "@p" + i + " = " + values.get(i))),
                        List.of(execute, execute),
                        "DEALLOCATE PREPARE s");
            });
        }
    },
    PROCEDURE("a procedure") {
        @Override
        Optional<Script> script(QueryTree query, Surroundings at) {
            String procedure = at.database() + ".p";
            return Optional.of(new Script(
                    List.of("CREATE PROCEDURE " + procedure + "() "
                            + qualified(query, at.origin()).sql()),
                    List.of("CALL " + procedure + "()", "CALL " + procedure + "()"),
                    "DROP PROCEDURE " + procedure));
        }
    },
    READ_ONLY("a read-only transaction") {
        @Override
        Optional<Script> script(QueryTree query, Surroundings at) {
            return Optional.of(new Script(List.of("START TRANSACTION READ ONLY"), List.of(query.sql()), "COMMIT"));
        }
    },
    SNAPSHOT("a consistent snapshot") {
        @Override
        Optional<Script> script(QueryTree query, Surroundings at) {
            return Optional.of(
                    new Script(List.of("START TRANSACTION WITH CONSISTENT SNAPSHOT"), List.of(query.sql()), "COMMIT"));
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

    /** Empty where the query can't be run in that way. */
    abstract Optional<Script> script(QueryTree query, Surroundings at);

    private static String prepare(QueryTree query) {
        return "PREPARE s FROM '" + query.sql().replace("\\", "\\\\").replace("'", "''") + "'";
    }

    private static String each(List<String> values, IntFunction<String> text) {
        return IntStream.range(0, values.size()).mapToObj(text).collect(Collectors.joining(", "));
    }

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
     * @param constants of the query
     */
    record Surroundings(String origin, String database, int columns, Constants constants) {}

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
        return node.mapped(inner -> qualified(inner, reference, common));
    }
}
