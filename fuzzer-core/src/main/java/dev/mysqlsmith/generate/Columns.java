package dev.mysqlsmith.generate;

import dev.mysqlsmith.random.Choices;
import dev.mysqlsmith.schema.Column;
import java.util.List;
import java.util.Optional;

/** Picks columns that an expression may refer to. */
final class Columns {
    private static final double FROM_AROUND = 0.25;
    private static final double ANY_TYPE = 0.002;
    private static final double ANY_TYPE_ELSE_NONE = 0.1;
    private static final double OF_A_COLUMN = 0.8;

    private Columns() {}

    /** Whether a column that serves that type is in reach. */
    static boolean has(Context context, Type type) {
        return !context.scope().ownColumns(context.aggregate()).fitting(type).isEmpty()
                || !context.aggregate()
                        && !context.scope().aroundColumns().fitting(type).isEmpty();
    }

    /** A type whose values can be compared, in a query's conditions mostly one that a column of its tables has. */
    static Type comparable(Context context, Choices choices) {
        List<Relation> relations = context.scope().relations();
        if (context.clause() == Clause.ROWS && !relations.isEmpty() && choices.chance(OF_A_COLUMN)) {
            List<Column> columns = choices.pick(relations).columns();
            if (!columns.isEmpty()) {
                Type type = Type.of(choices.pick(columns).type());
                return type.isSpatial() ? Type.NUMBER : type;
            }
        }
        return Kinds.comparable(choices);
    }

    /** A column of the expected type. */
    static Optional<Scope.Visible> pick(Context context, Choices choices) {
        VisibleColumns own = context.scope().ownColumns(context.aggregate());
        VisibleColumns around =
                context.aggregate() ? VisibleColumns.NONE : context.scope().aroundColumns();
        boolean outside = !around.fitting(context.expected()).isEmpty()
                && (own.fitting(context.expected()).isEmpty() || choices.chance(FROM_AROUND));
        VisibleColumns columns = outside ? around : own;
        List<Scope.Visible> fitting = columns.fitting(context.expected());
        if (isLoose(context) && choices.chance(fitting.isEmpty() ? ANY_TYPE_ELSE_NONE : ANY_TYPE)) {
            fitting = columns.fitting(Type.ANY);
        }
        return fitting.isEmpty() ? Optional.empty() : Optional.of(choices.pick(fitting));
    }

    private static boolean isLoose(Context context) {
        return context.clause() == Clause.SELECT_LIST
                && (context.expected() == Type.NUMBER || context.expected() == Type.BOOLEAN);
    }
}
