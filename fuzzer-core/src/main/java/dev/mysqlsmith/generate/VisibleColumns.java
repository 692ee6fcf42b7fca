package dev.mysqlsmith.generate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Columns that can be referred to, also by what they can stand for. */
final class VisibleColumns {
    static final VisibleColumns NONE = new VisibleColumns(List.of());

    private final List<Scope.Visible> all;
    private final @Nullable List<Scope.Visible>[] fitting = newLists();

    VisibleColumns(List<Scope.Visible> all) {
        this.all = all;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type can't be made otherwise
    private static @Nullable List<Scope.Visible>[] newLists() {
        return new List[Type.COUNT];
    }

    List<Scope.Visible> all() {
        return all;
    }

    /** Those that can stand where {@code expected} is asked for. */
    List<Scope.Visible> fitting(Type expected) {
        if (all.isEmpty()) {
            return all;
        }
        List<Scope.Visible> known = fitting[expected.ordinal()];
        if (known == null) {
            known = new ArrayList<>();
            for (Scope.Visible visible : all) {
                if (fits(Type.of(visible.column().type()), expected)) {
                    known.add(visible);
                }
            }
            fitting[expected.ordinal()] = known;
        }
        return known;
    }

    private static boolean fits(Type column, Type expected) {
        return expected == Type.ANY ? !column.isSpatial() : column.serves(expected);
    }
}
