package dev.mysqlsmith.generate;

import dev.mysqlsmith.schema.Column;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What names an expression may use: the relations of its own query, those of the queries around it, CTEs and windows. */
final class Scope {
    /** A column that can be referred to, with the name that it is qualified with; an empty one means: by its name alone. */
    record Visible(String qualifier, Column column) {
        String sql() {
            return qualifier.isEmpty() ? column.name() : qualifier + "." + column.name();
        }
    }

    private final @Nullable Scope outer;
    private final boolean sealed;
    private final boolean join;
    private final List<Relation> relations = new ArrayList<>();
    private final List<Relation> commonTables = new ArrayList<>();
    private final List<String> windows = new ArrayList<>();
    private @Nullable Set<Visible> grouped;

    private Scope(@Nullable Scope outer, boolean sealed, boolean join) {
        this.outer = outer;
        this.sealed = sealed;
        this.join = join;
    }

    /** A scope that sees nothing around it. */
    static Scope top() {
        return new Scope(null, true, false);
    }

    /** The scope of a query inside this one: it sees the columns around it. */
    Scope inner() {
        return new Scope(this, false, false);
    }

    /** The scope of a derived table or CTE: it sees the CTEs around it, but no columns. */
    Scope sealedInner() {
        return new Scope(this, true, false);
    }

    /** A scope beside this one, for the tables of one join. */
    Scope sibling() {
        return new Scope(outer, sealed, true);
    }

    /** Whether it is the scope of one join's tables. */
    boolean isJoin() {
        return join;
    }

    void add(Relation relation) {
        relations.add(relation);
    }

    /** Where the relations stand now, for {@link #backTo}. */
    int mark() {
        return relations.size();
    }

    /** Forgets the relations that were added since then. */
    void backTo(int mark) {
        relations.subList(mark, relations.size()).clear();
    }

    List<Relation> relations() {
        return relations;
    }

    void addCommonTable(Relation relation) {
        commonTables.add(relation);
    }

    /** The CTEs of this query and of those around it. */
    List<Relation> commonTables() {
        List<Relation> all = new ArrayList<>(commonTables);
        if (outer != null) {
            all.addAll(outer.commonTables());
        }
        return all;
    }

    List<String> windows() {
        return windows;
    }

    /** From now on only {@code columns} may stand outside of aggregate functions. */
    void group(Set<Visible> columns) {
        grouped = new LinkedHashSet<>(columns);
    }

    /** One more column that may stand outside of aggregate functions. */
    void addGroup(Visible column) {
        if (grouped == null) {
            grouped = new LinkedHashSet<>();
        }
        grouped.add(column);
    }

    boolean isGrouped() {
        return grouped != null;
    }

    /** The columns of this query; {@code inAggregate} tells whether an aggregate function is around. */
    List<Visible> own(boolean inAggregate) {
        List<Visible> visible = new ArrayList<>();
        for (Relation relation : relations) {
            for (Column column : relation.columns()) {
                Visible candidate = new Visible(relation.alias(), column);
                if (grouped == null || inAggregate || grouped.contains(candidate)) {
                    visible.add(candidate);
                }
            }
        }
        return visible;
    }

    /** The columns of the queries around this one, as far as they can be seen. */
    List<Visible> around() {
        if (sealed || outer == null) {
            return List.of();
        }
        List<Visible> visible = new ArrayList<>(outer.own(false));
        visible.addAll(outer.around());
        return visible;
    }
}
