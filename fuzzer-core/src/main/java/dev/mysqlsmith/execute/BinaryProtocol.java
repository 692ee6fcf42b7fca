package dev.mysqlsmith.execute;

import com.mysql.cj.jdbc.JdbcConnection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;

/**
 * Statements that are prepared, executed and closed by commands of the protocol, as many drivers do, where others are sent as text.
 * Values come back in a binary form then, which servers make in code of its own.
 *
 * <p>A comment at a statement's start says so. It is part of the text, so that each script, log and report has it, and a client that
 * knows nothing of it runs the statement all the same.
 */
public final class BinaryProtocol {
    private static final String MARK = "/* mysqlsmith: prepared */";

    private BinaryProtocol() {}

    /** The statement with the mark. */
    public static String marked(String sql) {
        return MARK + " " + sql;
    }

    /** Whether a statement has the mark. */
    public static boolean isMarked(String sql) {
        return sql.startsWith(MARK);
    }

    /** {@code sql} with the mark where {@code before} has it. */
    public static String markedLike(String before, String sql) {
        return isMarked(before) && !isMarked(sql) ? marked(sql) : sql;
    }

    /** The statement without the mark, to be sent as text. */
    public static String unmarked(String sql) {
        return isMarked(sql) ? sql.substring(MARK.length()).stripLeading() : sql;
    }

    /**
     * Prepares a statement at the server; its parameters, if it has any, are NULL.
     *
     * @throws SQLException where the server does not prepare it
     */
    public static PreparedStatement prepare(Connection connection, String sql) throws SQLException {
        PreparedStatement prepared = connection
                .unwrap(JdbcConnection.class)
                .serverPrepareStatement(sql, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
        int parameters = prepared.getParameterMetaData().getParameterCount();
        for (int i = 1; i <= parameters; i++) {
            prepared.setNull(i, Types.NULL);
        }
        return prepared;
    }
}
