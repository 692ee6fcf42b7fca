package dev.mysqlsmith.campaign;

/** A statement inside PREPARE: the server parses and resolves it, and runs nothing. */
final class Prepared {
    private Prepared() {}

    static String statement(String sql) {
        return "PREPARE s FROM '" + sql.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
