package dev.mysqlsmith.schema;

import java.util.ArrayList;
import java.util.List;

/**
 * How a table is partitioned.
 *
 * @param column by which
 * @param counted whether partitions are counted (HASH, KEY), not listed with their values
 * @param subpartitioned whether they have parts of their own
 * @param further how further ones are made
 * @param bounds the values of each partition, as SQL; empty where they are counted
 */
public record Partitioning(
        String column, boolean counted, boolean subpartitioned, Further further, List<String> bounds) {
    /** What the values of another partition are. */
    public enum Further {
        NONE,
        LESS_THAN_NUMBER,
        LESS_THAN_YEAR,
        LESS_THAN_DAY,
        IN_NUMBERS
    }

    private static final int FIRST_NUMBER = 2000;
    private static final int FIRST_YEAR = 2100;

    public Partitioning {
        bounds = List.copyOf(bounds);
    }

    /** Whether another partition can follow the last one. */
    public boolean isOpen() {
        return further != Further.NONE
                && (further == Further.IN_NUMBERS || bounds.stream().noneMatch(bound -> bound.contains("MAXVALUE")));
    }

    /** The values of the {@code number}th further partition: the greater the number, the greater they are. */
    public String next(int number) {
        return switch (further) {
            case LESS_THAN_NUMBER -> "VALUES LESS THAN (" + (FIRST_NUMBER + number) + ")";
            case LESS_THAN_YEAR -> "VALUES LESS THAN (" + (FIRST_YEAR + number) + ")";
            case LESS_THAN_DAY -> "VALUES LESS THAN ('" + (FIRST_YEAR + number) + "-01-01')";
            case IN_NUMBERS -> "VALUES IN (" + (FIRST_NUMBER + number) + ")";
            case NONE -> throw new IllegalStateException("no partition follows the last one");
        };
    }

    /** One more at the end. */
    public Partitioning with(String bound) {
        List<String> more = new ArrayList<>(bounds);
        more.add(bound);
        return new Partitioning(column, counted, subpartitioned, further, more);
    }

    /** Without one. */
    public Partitioning without(int index) {
        List<String> fewer = new ArrayList<>(bounds);
        fewer.remove(index);
        return new Partitioning(column, counted, subpartitioned, further, fewer);
    }
}
