package dev.mysqlsmith.schema;

import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reads the indexes and foreign keys that stand behind the columns of a table; they are added to the lists. */
final class KeyReader {
    private final String table;
    private final List<Column> columns;
    private final List<Index> indexes;
    private final List<ForeignKey> foreignKeys;
    private final Collection<String> pinned;

    KeyReader(
            String table,
            List<Column> columns,
            List<Index> indexes,
            List<ForeignKey> foreignKeys,
            Collection<String> pinned) {
        this.table = table;
        this.columns = columns;
        this.indexes = indexes;
        this.foreignKeys = foreignKeys;
        this.pinned = pinned;
    }

    /** KEY, FULLTEXT KEY, SPATIAL KEY. */
    void index(SyntaxTree.Node definition) {
        Index.Kind kind = definition.says("FULLTEXT")
                ? Index.Kind.FULLTEXT
                : definition.says("SPATIAL") ? Index.Kind.SPATIAL : Index.Kind.PLAIN;
        add(definition, kind, Optional.empty());
    }

    /** PRIMARY KEY, UNIQUE or FOREIGN KEY. */
    void constraint(SyntaxTree.Node definition) {
        SyntaxTree.Node constraint = definition.child("tableConstraint").orElseThrow();
        Optional<String> given = definition.child("newConstraintName").map(name -> SqlName.written(name.sql()));
        if (constraint.says("FOREIGN")) {
            foreignKey(constraint, given);
        } else {
            add(constraint, constraint.says("PRIMARY") ? Index.Kind.PRIMARY : Index.Kind.UNIQUE, given);
        }
    }

    private void add(SyntaxTree.Node definition, Index.Kind kind, Optional<String> given) {
        List<String> parts = new ArrayList<>();
        for (SyntaxTree.Node part : definition.children("keyPart")) {
            List<String> named = TableReader.namesIn(part, columns);
            parts.addAll(named);
            if (!part.has("keyColumnRef")) {
                pinned.addAll(named);
            }
        }
        if (!parts.isEmpty()) {
            indexes.add(new Index(name(definition, kind, given, parts.get(0)), kind, parts)
                    .hidden(definition.all("commonIndexOption").stream().anyMatch(option -> option.says("INVISIBLE"))));
        }
    }

    /** An index without a name gets that of its first column. */
    private static String name(
            SyntaxTree.Node definition, Index.Kind kind, Optional<String> given, String firstColumn) {
        return kind == Index.Kind.PRIMARY
                ? "PRIMARY"
                : definition
                        .child("newIndexName")
                        .map(name -> SqlName.written(name.sql()))
                        .or(() -> given)
                        .orElse(firstColumn);
    }

    private void foreignKey(SyntaxTree.Node constraint, Optional<String> given) {
        SyntaxTree.Node references = constraint.child("referencesClause").orElseThrow();
        String name = given.orElse(SqlName.of(SqlName.plain(table) + "_ibfk_" + (foreignKeys.size() + 1)));
        foreignKeys.add(new ForeignKey(
                name,
                names(constraint, "keyColumnRef"),
                TableReader.nameOf(references.child("tableRef").orElseThrow()),
                names(references, "referencedColumnRef")));
    }

    private static List<String> names(SyntaxTree.Node node, String rule) {
        return node.children(rule).stream()
                .map(column -> SqlName.written(column.sql()))
                .toList();
    }
}
