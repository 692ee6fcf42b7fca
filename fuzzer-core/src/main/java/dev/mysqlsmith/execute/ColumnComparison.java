package dev.mysqlsmith.execute;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How the values of one column are compared.
 *
 * @param fold whether strings that a collation may hold equal are equal: those that differ in case, accents, blanks at the
 *     end and characters without a weight only
 * @param tolerance of floats, relative
 */
record ColumnComparison(ColumnFamily family, boolean fold, double tolerance) {
    /** Six digits are what a FLOAT shows. */
    private static final double SINGLE = 2e-5;

    private static final double DOUBLE = 1e-12;
    private static final double SUM = 1e-6;
    private static final Pattern HEX = Pattern.compile("0x((?:[0-9a-f]{2})*)");
    private static final Pattern ZERO_FRACTION = Pattern.compile("(\\.\\d*?)0+$");
    private static final Pattern WEIGHTLESS = Pattern.compile("[\\p{M}\\p{Cc}\\p{Cf}]+");

    /** The comparison of two columns with these types. */
    static ColumnComparison of(String here, String there, ComparisonRules rules) {
        ColumnFamily family = ColumnFamily.common(ColumnFamily.of(here), ColumnFamily.of(there));
        boolean single = here.startsWith("FLOAT") || there.startsWith("FLOAT");
        double tolerance = rules.floatSums() ? SUM : single ? SINGLE : DOUBLE;
        return new ColumnComparison(family, rules.anyRepresentative(), Math.max(tolerance, single ? SINGLE : 0));
    }

    /** The same for the order of rows: what a collation holds equal may change places. */
    ColumnComparison folded() {
        return new ColumnComparison(family, true, tolerance);
    }

    /** Whether values with different keys can be the same. */
    boolean isApproximate() {
        return family == ColumnFamily.FLOAT || family == ColumnFamily.GEOMETRY;
    }

    /** Equal for values that are the same; of approximate ones only where nothing was lost. */
    Object key(String value) {
        return switch (family) {
            case NUMBER -> number(value);
            case FLOAT -> floating(value);
            case BIT -> HEX.matcher(value).matches() ? bits(value) : number(value);
            case TEMPORAL -> withoutZeros(value);
            case STRING -> fold ? folded(value) : value;
            case BINARY -> value;
            case JSON -> JsonForm.of(value);
            case GEOMETRY -> WkbForm.of(value);
        };
    }

    /** Whether two keys are of the same value. */
    boolean same(Object a, Object b) {
        if (a.equals(b)) {
            return true;
        }
        if (a instanceof Double x && b instanceof Double y) {
            return isNear(x, y, tolerance);
        }
        return a instanceof WkbForm x && b instanceof WkbForm y && x.isNear(y, tolerance);
    }

    static boolean isNear(double x, double y, double tolerance) {
        return Math.abs(x - y) <= tolerance * Math.max(Math.abs(x), Math.abs(y));
    }

    private static Object number(String value) {
        try {
            BigDecimal number = HEX.matcher(value).matches() ? bits(value) : new BigDecimal(value);
            return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        } catch (NumberFormatException e) {
            return value;
        }
    }

    private static BigDecimal bits(String hex) {
        return new BigDecimal(hex.length() == 2 ? BigInteger.ZERO : new BigInteger(hex.substring(2), 16));
    }

    private static Object floating(String value) {
        try {
            return Double.parseDouble(value) + 0.0; // -0 + 0 is 0
        } catch (NumberFormatException e) {
            return value;
        }
    }

    private static String withoutZeros(String value) {
        String shorter = ZERO_FRACTION.matcher(value).replaceFirst("$1");
        return shorter.endsWith(".") ? shorter.substring(0, shorter.length() - 1) : shorter;
    }

    /** Never holds strings different that one of the server's collations holds equal; now and then the reverse. */
    private static String folded(String value) {
        String plain = WEIGHTLESS
                .matcher(Normalizer.normalize(value, Normalizer.Form.NFKD))
                .replaceAll("");
        return plain.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).stripTrailing();
    }
}
