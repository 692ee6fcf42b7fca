package dev.mysqlsmith.generate;

import dev.mysqlsmith.random.Choices;
import java.util.List;
import java.util.Optional;

/** Picks columns that an expression may refer to. */
final class Columns {
    private static final double FROM_AROUND = 0.25;
    private static final double ANY_TYPE = 0.02;

    private Columns() {}

    /** Whether a column of that type is in reach. */
    static boolean has(Context context, Type type) {
        return context.scope().own(context.aggregate()).stream()
                .anyMatch(visible -> Type.of(visible.column().type()).serves(type));
    }

    /** A column of the expected type. */
    static Optional<Scope.Visible> pick(Context context, Choices choices) {
        List<Scope.Visible> own = context.scope().own(context.aggregate());
        List<Scope.Visible> around =
                context.aggregate() ? List.of() : context.scope().around();
        boolean outside = !around.isEmpty() && (own.isEmpty() || choices.chance(FROM_AROUND));
        List<Scope.Visible> all = outside ? around : own;
        List<Scope.Visible> fitting = all.stream()
                .filter(visible -> fits(Type.of(visible.column().type()), context.expected()))
                .toList();
        if (fitting.isEmpty() || isLoose(context) && choices.chance(ANY_TYPE)) {
            return isLoose(context) && !all.isEmpty() && choices.chance(0.1)
                    ? Optional.of(choices.pick(all))
                            .filter(visible -> Type.of(visible.column().type()) != Type.GEOMETRY)
                    : Optional.empty();
        }
        return Optional.of(choices.pick(fitting));
    }

    private static boolean fits(Type column, Type expected) {
        return expected == Type.ANY ? column != Type.GEOMETRY : column.serves(expected);
    }

    private static boolean isLoose(Context context) {
        return context.clause() == Clause.SELECT_LIST
                && (context.expected() == Type.NUMBER || context.expected() == Type.BOOLEAN);
    }
}
