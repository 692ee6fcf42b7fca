package dev.mysqlsmith.grammar;

/** A parser that is measured. Fast prediction (SLL) is tried first and full LL where that fails, as ANTLR's authors advise. */
interface Contender {
    /** Whether it is a statement, wholly. */
    boolean accepts(String sql);

    /** The same without the second try. */
    boolean acceptsFast(String sql);

    /** By its name: mysqlsmith or debezium. */
    static Contender named(String name) {
        return switch (name) {
            case "mysqlsmith" -> new OurParser();
            case "debezium" -> new DebeziumParser();
            default -> throw new IllegalArgumentException("no parser '" + name + "'; expected mysqlsmith or debezium");
        };
    }
}
