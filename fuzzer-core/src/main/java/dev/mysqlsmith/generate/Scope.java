package dev.mysqlsmith.generate;

import dev.mysqlsmith.schema.Column;
import dev.mysqlsmith.schema.Index;
import java.util.ArrayList;
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

    /**
     * A window with a name.
     *
     * @param plain whether it has no order and no frame, so that another one may refine it
     */
    record Window(String name, boolean plain) {}

    private final @Nullable Scope outer;
    private final @Nullable Scope beside;
    private final boolean sealed;
    private final boolean join;
    private final List<Relation> relations = new ArrayList<>();
    private final List<Relation> commonTables = new ArrayList<>();
    private final List<Window> windows = new ArrayList<>();
    private boolean rolledUp;
    private boolean fulltext;
    private @Nullable List<Visible> grouped;
    private @Nullable VisibleColumns every;
    private @Nullable VisibleColumns ungrouped;
    private @Nullable VisibleColumns around;
    private long changes;
    private long aroundAt = -1;

    private Scope(@Nullable Scope outer, @Nullable Scope beside, boolean sealed, boolean join) {
        this.outer = outer;
        this.beside = beside;
        this.sealed = sealed;
        this.join = join;
    }

    /** A scope that sees nothing around it. */
    static Scope top() {
        return new Scope(null, null, true, false);
    }

    /** The scope of a query inside this one: it sees the columns around it. */
    Scope inner() {
        return new Scope(this, null, false, false);
    }

    /** The scope of a derived table or CTE: it sees the CTEs around it, but no columns. */
    Scope sealedInner() {
        return new Scope(this, null, true, false);
    }

    /** A scope beside this one, for the tables of one join. */
    Scope sibling() {
        return new Scope(outer, this, sealed, true);
    }

    /** A scope beside this one, for the joins of a group in parentheses. */
    Scope group() {
        return new Scope(outer, this, sealed, false);
    }

    /** Whether it is the scope of one join's tables. */
    boolean isJoin() {
        return join;
    }

    void add(Relation relation) {
        relations.add(relation);
        fulltext |= !relation.indexes(Index.Kind.FULLTEXT).isEmpty();
        changed();
    }

    /** Where the relations stand now, for {@link #backTo}. */
    int mark() {
        return relations.size();
    }

    /** Forgets the relations that were added since then. */
    void backTo(int mark) {
        if (relations.size() > mark) {
            Draft.cut(relations, mark);
            changed();
        }
    }

    private void changed() {
        every = null;
        ungrouped = null;
        changes++;
    }

    List<Relation> relations() {
        return relations;
    }

    void addCommonTable(Relation relation) {
        commonTables.add(relation);
    }

    /** The CTEs of this query and of those around it. */
    List<Relation> commonTables() {
        if (outer == null) {
            return commonTables;
        }
        List<Relation> above = outer.commonTables();
        if (commonTables.isEmpty() || above.isEmpty()) {
            return commonTables.isEmpty() ? above : commonTables;
        }
        List<Relation> all = new ArrayList<>(commonTables);
        all.addAll(above);
        return all;
    }

    List<Window> windows() {
        return windows;
    }

    /** From now on only {@code columns} may stand outside of aggregate functions. */
    void group(Set<Visible> columns) {
        grouped = new ArrayList<>(columns);
        changed();
    }

    /** One more column that may stand outside of aggregate functions. */
    void addGroup(Visible column) {
        if (grouped == null) {
            grouped = new ArrayList<>();
        }
        grouped.add(column);
        changed();
    }

    /** The groups are summed up. */
    void rollUp() {
        rolledUp = true;
    }

    /** The columns of which GROUPING tells whether a row sums them up. */
    List<Visible> rolledUp() {
        return rolledUp && grouped != null ? grouped : List.of();
    }

    /** Whether a table with a full-text index is, or was, among the relations. */
    boolean hasFulltext() {
        return fulltext;
    }

    boolean isGrouped() {
        return grouped != null;
    }

    /** The columns of this query; {@code inAggregate} tells whether an aggregate function is around. */
    List<Visible> own(boolean inAggregate) {
        return ownColumns(inAggregate).all();
    }

    /** Those of {@link #own} that are columns of base tables, so that their types are known for sure. */
    List<Visible> ofBaseTables() {
        List<Visible> visible = new ArrayList<>(own(false));
        for (Relation relation : relations) {
            if (relation.table() == null) {
                visible.removeIf(column -> column.qualifier().equals(relation.alias()));
            }
        }
        return visible;
    }

    /** On how many combinations of rows a condition that stands here is tried, about: with those of the queries around. */
    double work() {
        return rows() * (beside != null ? beside.work() : outer == null || sealed ? 1 : outer.work());
    }

    /** How many rows the relations of this query have, joined, before conditions take some away, about. */
    double rows() {
        double rows = 1;
        for (int i = 0; i < relations.size(); i++) {
            rows *= relations.get(i).rows();
        }
        return rows;
    }

    /** The columns of the queries around this one, as far as they can be seen. */
    List<Visible> around() {
        return aroundColumns().all();
    }

    /** As {@link #own}. */
    VisibleColumns ownColumns(boolean inAggregate) {
        if (every == null) {
            List<Visible> all = new ArrayList<>();
            for (int i = 0; i < relations.size(); i++) {
                all.addAll(relations.get(i).visible());
            }
            every = new VisibleColumns(all);
        }
        if (grouped == null || inAggregate) {
            return every;
        }
        if (ungrouped == null) {
            List<Visible> left = new ArrayList<>();
            for (Visible visible : every.all()) {
                if (grouped.contains(visible)) {
                    left.add(visible);
                }
            }
            ungrouped = new VisibleColumns(left);
        }
        return ungrouped;
    }

    /** As {@link #around}. */
    VisibleColumns aroundColumns() {
        if (sealed || outer == null) {
            return VisibleColumns.NONE;
        }
        if (around == null || aroundAt != outer.allChanges()) {
            List<Visible> visible = new ArrayList<>(outer.own(false));
            visible.addAll(outer.around());
            around = new VisibleColumns(visible);
            aroundAt = outer.allChanges();
        }
        return around;
    }

    /** Grows with each change here or further out. */
    private long allChanges() {
        return changes + (outer == null ? 0 : outer.allChanges());
    }
}
