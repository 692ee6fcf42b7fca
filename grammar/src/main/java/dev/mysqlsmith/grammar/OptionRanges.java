package dev.mysqlsmith.grammar;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;

/** Options whose numbers are checked while a statement is parsed. */
final class OptionRanges {
    private record Range(long least, long most) {
        boolean has(BigInteger value) {
            return value.compareTo(BigInteger.valueOf(least)) >= 0 && value.compareTo(BigInteger.valueOf(most)) <= 0;
        }
    }

    private static final long UNSIGNED_INT = 4_294_967_295L;
    private static final Range FLAG = new Range(0, 1);
    private static final Map<Integer, Range> RANGES = Map.ofEntries(
            Map.entry(MySqlLexer.STATS_SAMPLE_PAGES, new Range(1, 65_535)),
            Map.entry(MySqlLexer.KEY_BLOCK_SIZE, new Range(0, 65_535)),
            Map.entry(MySqlLexer.AVG_ROW_LENGTH, new Range(0, UNSIGNED_INT)),
            Map.entry(MySqlLexer.PACK_KEYS, FLAG),
            Map.entry(MySqlLexer.STATS_AUTO_RECALC, FLAG),
            Map.entry(MySqlLexer.STATS_PERSISTENT, FLAG),
            Map.entry(MySqlLexer.READ, FLAG),
            Map.entry(MySqlLexer.GTID_ONLY, FLAG),
            Map.entry(MySqlLexer.SOURCE_CONNECTION_AUTO_FAILOVER, FLAG),
            Map.entry(MySqlLexer.ALGORITHM, new Range(1, 2)));

    private OptionRanges() {}

    /** {@code option}: the option's word, perhaps a sign, and its value last. */
    static Optional<String> check(SyntaxTree.Node option) {
        Range range = option.children().get(0) instanceof SyntaxTree.Token word ? RANGES.get(word.type()) : null;
        String value = option.children().get(option.children().size() - 1).sql();
        if (range == null || !value.chars().allMatch(c -> c >= '0' && c <= '9') || range.has(new BigInteger(value))) {
            return Optional.empty();
        }
        return Optional.of("the value " + value + " is out of range, expected " + range.least + " to " + range.most);
    }
}
