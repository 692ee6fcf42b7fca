package dev.mysqlsmith.schema;

import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the definition of a column says.
 *
 * @param key the index that the definition makes over it, if it does
 */
record ColumnReader(Column column, Index.@Nullable Kind key) {
    static ColumnReader read(SyntaxTree.Node definition) {
        SyntaxTree.Node field = definition.child("fieldDefinition").orElseThrow();
        List<SyntaxTree.Node> attributes = field.children("columnAttribute");
        SyntaxTree.Node dataType = field.child("dataType").orElseThrow();
        boolean serial = dataType.sql().equalsIgnoreCase("SERIAL") || any(attributes, one -> one.says("SERIAL"));
        Index.Kind key = serial ? Index.Kind.UNIQUE : key(attributes);
        boolean filled =
                serial || key == Index.Kind.PRIMARY || any(attributes, one -> one.says("NULL") && one.has("not"));
        boolean automatic = serial || any(attributes, one -> one.says("AUTO_INCREMENT"));
        boolean generated = field.has("generatedColumn");
        boolean defaulted = any(attributes, one -> one.has("defaultValue"));
        Column column = new Column(
                SqlName.written(definition.child("newColumnName").orElseThrow().sql()),
                type(dataType, attributes),
                !filled,
                generated,
                automatic,
                !filled || generated || automatic || defaulted,
                any(attributes, one -> one.says("INVISIBLE")));
        return new ColumnReader(column, key);
    }

    Optional<Index.Kind> index() {
        return Optional.ofNullable(key);
    }

    private static Index.@Nullable Kind key(List<SyntaxTree.Node> attributes) {
        if (any(attributes, one -> one.says("KEY") && !one.says("UNIQUE"))) {
            return Index.Kind.PRIMARY;
        }
        return any(attributes, one -> one.says("UNIQUE")) ? Index.Kind.UNIQUE : null;
    }

    private static ColumnType type(SyntaxTree.Node dataType, List<SyntaxTree.Node> attributes) {
        ColumnType type = TypeReader.read(dataType);
        return attributes.stream()
                .flatMap(attribute -> attribute.children("srid").stream())
                .filter(srid -> srid.sql().matches("\\d{1,9}"))
                .map(srid -> type.in(Integer.parseInt(srid.sql())))
                .findFirst()
                .orElse(type);
    }

    private static boolean any(List<SyntaxTree.Node> attributes, Predicate<SyntaxTree.Node> test) {
        return attributes.stream().anyMatch(test);
    }
}
