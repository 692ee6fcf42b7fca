package dev.mysqlsmith.execute;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A geometry as the server sends it, taken apart: SRID, then well-known binary (the manual's section 13.4.3).
 *
 * @param structure SRID, types and numbers of parts and points, in order
 * @param coordinates all of them, in order; -0 is 0
 */
record WkbForm(List<Integer> structure, List<Double> coordinates) {
    private static final int POINT = 1;
    private static final int LINE = 2;
    private static final int POLYGON = 3;

    /** The geometry of a text {@code 0x..}; the text itself where it is none. */
    static Object of(String hex) {
        try {
            ByteBuffer bytes =
                    ByteBuffer.wrap(HexFormat.of().parseHex(hex.substring(2))).order(ByteOrder.LITTLE_ENDIAN);
            WkbForm form = new WkbForm(new ArrayList<>(), new ArrayList<>());
            form.structure.add(bytes.getInt());
            form.readGeometry(bytes);
            return bytes.hasRemaining() ? hex : form;
        } catch (IllegalArgumentException | IndexOutOfBoundsException | java.nio.BufferUnderflowException e) {
            return hex;
        }
    }

    /** Whether only coordinates differ, within the tolerance. */
    boolean isNear(WkbForm other, double tolerance) {
        if (!structure.equals(other.structure) || coordinates.size() != other.coordinates.size()) {
            return false;
        }
        for (int i = 0; i < coordinates.size(); i++) {
            if (!ColumnComparison.isNear(coordinates.get(i), other.coordinates.get(i), tolerance)) {
                return false;
            }
        }
        return true;
    }

    private void readGeometry(ByteBuffer bytes) {
        bytes.order(bytes.get() == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        int type = bytes.getInt();
        structure.add(type);
        switch (type) {
            case POINT -> readPoints(bytes, 1);
            case LINE -> readPoints(bytes, count(bytes));
            case POLYGON -> {
                for (int rings = count(bytes); rings > 0; rings--) {
                    readPoints(bytes, count(bytes));
                }
            }
            default -> {
                for (int parts = count(bytes); parts > 0; parts--) {
                    readGeometry(bytes);
                }
            }
        }
    }

    private int count(ByteBuffer bytes) {
        int count = bytes.getInt();
        structure.add(count);
        return count;
    }

    private void readPoints(ByteBuffer bytes, int points) {
        for (int i = 0; i < 2 * points; i++) {
            coordinates.add(bytes.getDouble() + 0.0);
        }
    }
}
