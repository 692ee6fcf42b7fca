package dev.mysqlsmith.campaign;

/**
 * The tree of operators and access types of EXPLAIN FORMAT=TREE: what is left of it without names, conditions, costs and
 * row counts. A line stands for an operator, how far it is indented for its depth.
 */
final class TreePlan {
    private static final String ARROW = "-> ";
    private static final String[] ENDS = {": ", " on ", " using ", " over ", " ("};

    /** Behind it stands a name that nothing marks. */
    private static final String CTE = " CTE ";

    private static final String AGAIN = " if needed";

    private TreePlan() {}

    /** A line for each operator: its depth and what it does. */
    static String operators(String explained) {
        StringBuilder operators = new StringBuilder();
        int from = 0;
        while (from < explained.length()) {
            int end = explained.indexOf('\n', from);
            int to = end < 0 ? explained.length() : end;
            add(explained, from, to, operators);
            from = to + 1;
        }
        return operators.toString();
    }

    /** Lines that do not begin with an arrow go on with a condition. */
    private static void add(String explained, int from, int to, StringBuilder operators) {
        int arrow = from;
        while (arrow < to && explained.charAt(arrow) == ' ') {
            arrow++;
        }
        if (explained.startsWith(ARROW, arrow)) {
            operators
                    .append(arrow - from)
                    .append(' ')
                    .append(operator(explained.substring(arrow + ARROW.length(), to)))
                    .append('\n');
        }
    }

    private static String operator(String line) {
        if (line.startsWith("Select #")) { // how often the subquery runs is part of the plan
            int note = line.indexOf(" (");
            return note < 0 ? "Select" : "Select" + line.substring(note);
        }
        int table = line.indexOf(CTE);
        if (table >= 0) {
            return line.substring(0, table + CTE.length() - 1) + (line.contains(AGAIN) ? AGAIN : "");
        }
        int end = line.length();
        for (String mark : ENDS) {
            int at = line.indexOf(mark);
            end = at < 0 ? end : Math.min(end, at);
        }
        return line.substring(0, end);
    }
}
