package dev.mysqlsmith.campaign;

import dev.mysqlsmith.execute.Outcome;
import dev.mysqlsmith.execute.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Learns what an unknown function takes: calls it with arguments of all types, and believes the first that work. */
final class FunctionLearner {
    private static final int WRONG_COUNT = 1582;
    private static final int MOST_ARGUMENTS = 4;

    /** A type's name in the generator's files, and a value of it. */
    private record Sample(String kind, String sql) {}

    private static final List<Sample> SAMPLES = List.of(
            new Sample("string", "'abc'"),
            new Sample("number", "3"),
            new Sample("temporal", "'2020-02-29 01:02:03'"),
            new Sample("json", "'{\"a\": [1]}'"),
            new Sample("geometry", "ST_GeomFromText('POINT(1 1)')"),
            new Sample("bytes", "x'00FF'"));

    private final Session session;

    FunctionLearner(Session session) {
        this.session = session;
    }

    /** A line as in {@code functions.txt} for each number of arguments that it takes; none where no call works. */
    List<String> learn(String name) {
        List<String> lines = new ArrayList<>();
        for (int count = 0; count <= MOST_ARGUMENTS; count++) {
            signature(name, count).ifPresent(lines::add);
        }
        return lines;
    }

    private Optional<String> signature(String name, int count) {
        for (List<Sample> arguments : combinations(count)) {
            List<String> values = arguments.stream().map(Sample::sql).toList();
            Outcome outcome = session.isUsable()
                    ? session.execute("SELECT " + name + "(" + String.join(", ", values) + ")")
                    : null;
            if (outcome instanceof Outcome.Rows rows && !rows.tables().isEmpty()) {
                List<String> kinds = arguments.stream().map(Sample::kind).toList();
                String result = kind(rows.tables().get(0).types().get(0));
                return Optional.of(name + " " + result + " (" + String.join(", ", kinds) + ")");
            }
            if (!(outcome instanceof Outcome.Failed failed) || failed.error().code() == WRONG_COUNT) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** All of one type; then a first one of one type and the others of another. */
    private static List<List<Sample>> combinations(int count) {
        List<List<Sample>> all = new ArrayList<>();
        if (count == 0) {
            all.add(List.of());
            return all;
        }
        for (Sample sample : SAMPLES) {
            all.add(row(sample, sample, count));
        }
        for (Sample first : count == 1 ? List.<Sample>of() : SAMPLES) {
            for (Sample others : SAMPLES) {
                if (first != others) {
                    all.add(row(first, others, count));
                }
            }
        }
        return all;
    }

    private static List<Sample> row(Sample first, Sample others, int count) {
        List<Sample> row = new ArrayList<>(List.of(first));
        while (row.size() < count) {
            row.add(others);
        }
        return row;
    }

    /** The generator's name for a type of the server's. */
    private static String kind(String type) {
        String word = type.split("[ (]", 2)[0];
        return switch (word) {
            case "DATE", "DATETIME", "TIMESTAMP", "TIME" -> "temporal";
            case "JSON" -> "json";
            case "GEOMETRY" -> "geometry";
            case "BINARY", "VARBINARY", "BLOB", "TINYBLOB", "MEDIUMBLOB", "LONGBLOB" -> "bytes";
            case "CHAR", "VARCHAR", "TEXT", "TINYTEXT", "MEDIUMTEXT", "LONGTEXT" -> "string";
            default -> "number";
        };
    }
}
