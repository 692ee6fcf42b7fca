package dev.mysqlsmith.grammar;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Functions whose names are keywords: a server's parser counts their arguments. */
final class CallRules {
    private static final int ANY = Integer.MAX_VALUE;

    private record Range(int least, int most) {}

    private static final Range NONE = new Range(0, 0);
    private static final Range ONE = new Range(1, 1);
    private static final Range TWO = new Range(2, 2);
    private static final Range SOME = new Range(1, ANY);

    private static final Map<String, Range> ARGUMENTS = Map.ofEntries(
            Map.entry("ASCII", ONE),
            Map.entry("CHARSET", ONE),
            Map.entry("COALESCE", SOME),
            Map.entry("COLLATION", ONE),
            Map.entry("DATABASE", NONE),
            Map.entry("DATE", ONE),
            Map.entry("DAY", ONE),
            Map.entry("FORMAT", new Range(2, 3)),
            Map.entry("HOUR", ONE),
            Map.entry("IF", new Range(3, 3)),
            Map.entry("INSERT", new Range(4, 4)),
            Map.entry("LEFT", TWO),
            Map.entry("LINESTRING", SOME),
            Map.entry("LOG", new Range(1, 2)),
            Map.entry("MICROSECOND", ONE),
            Map.entry("MINUTE", ONE),
            Map.entry("MOD", TWO),
            Map.entry("MONTH", ONE),
            Map.entry("MULTILINESTRING", SOME),
            Map.entry("MULTIPOINT", SOME),
            Map.entry("MULTIPOLYGON", SOME),
            Map.entry("POINT", TWO),
            Map.entry("POLYGON", SOME),
            Map.entry("QUARTER", ONE),
            Map.entry("REPEAT", TWO),
            Map.entry("REPLACE", new Range(3, 3)),
            Map.entry("REVERSE", ONE),
            Map.entry("RIGHT", TWO),
            Map.entry("ROW_COUNT", NONE),
            Map.entry("SCHEMA", NONE),
            Map.entry("SECOND", ONE),
            Map.entry("TIME", ONE),
            Map.entry("TIMESTAMP", new Range(1, 2)),
            Map.entry("TRUNCATE", TWO),
            Map.entry("USER", NONE),
            Map.entry("WEEK", new Range(1, 2)),
            Map.entry("YEAR", ONE));

    private CallRules() {}

    static Optional<String> check(SyntaxTree.Node call) {
        Optional<SyntaxTree.Node> called = call.child("functionName");
        if (called.isEmpty() || !called.get().has("functionKeyword")) {
            return Optional.empty();
        }
        String name = called.get().sql().toUpperCase(Locale.ROOT);
        if (call.has("newColumnAlias")) {
            return Optional.of("the arguments of " + name + " have no names");
        }
        Range range = ARGUMENTS.get(name);
        int count = call.children("expression").size();
        if (range == null || (count >= range.least && count <= range.most)) {
            return Optional.empty();
        }
        String expected = range.most == ANY
                ? "at least " + range.least
                : range.least == range.most ? "" + range.least : range.least + " to " + range.most;
        return Optional.of(name + " has " + count + " arguments, expected " + expected);
    }
}
