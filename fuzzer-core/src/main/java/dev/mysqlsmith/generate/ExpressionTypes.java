package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.GrammarModel;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.schema.SqlName;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What an expression gives, by the same tables by which expressions are made; {@link Type#ANY} where they don't tell. */
final class ExpressionTypes {
    private final Typing typing = Typing.read(GrammarModel.mysql());
    private final Map<String, FunctionTable.Function> functions = new HashMap<>();

    ExpressionTypes(ServerVersion version) {
        for (FunctionTable.Function function :
                FunctionTable.read(version, FunctionCatalog.UNASKED).all()) {
            functions.put(function.name().toUpperCase(Locale.ROOT), function);
        }
    }

    /**
     * The type of an expression.
     *
     * @param leaves the types of columns and of scalar subqueries
     */
    Type of(SyntaxTree.Node expression, Function<SyntaxTree.Node, Type> leaves) {
        SyntaxTree.Node node = expression.core();
        return switch (node.rule().name()) {
            case "columnRef", "scalarSubquery" -> leaves.apply(node);
            case "functionCall" -> ofCall(node, leaves);
            case "parenthesizedExpression" ->
                node.children("expression").size() == 1
                        ? of(node.children("expression").get(0), leaves)
                        : Type.ANY;
            case "caseExpression" -> ofCase(node, leaves);
            case "aggregateCall" -> ofFirst(node, leaves);
            case "predicate", "booleanPrimary" -> Type.BOOLEAN;
            default -> bySignature(node, leaves);
        };
    }

    private Type bySignature(SyntaxTree.Node node, Function<SyntaxTree.Node, Type> leaves) {
        Optional<SyntaxTree.Node> cast = node.child("castType");
        if (cast.isPresent() && !node.says("ARRAY")) {
            return bySignature(cast.get(), leaves);
        }
        if (node.is("expression") && node.says("IS")) {
            return Type.BOOLEAN;
        }
        Typing.Signature signature = typing.of(GrammarModel.match(node).alternative());
        if (signature == null) {
            return Type.ANY;
        }
        return switch (signature.result()) {
            case "text" -> Type.STRING;
            case "same", "T" -> ofFirst(node, leaves);
            default -> Kinds.type(signature.result(), Type.ANY);
        };
    }

    private Type ofCase(SyntaxTree.Node node, Function<SyntaxTree.Node, Type> leaves) {
        return node.children("whenClause").stream()
                .map(clause -> of(clause.children("expression").get(1), leaves))
                .filter(type -> type != Type.ANY)
                .findFirst()
                .orElse(Type.ANY);
    }

    private Type ofFirst(SyntaxTree.Node node, Function<SyntaxTree.Node, Type> leaves) {
        for (SyntaxTree child : node.children()) {
            if (child instanceof SyntaxTree.Node inner) {
                Type type = of(inner, leaves);
                if (type != Type.ANY) {
                    return type;
                }
            }
        }
        return Type.ANY;
    }

    private Type ofCall(SyntaxTree.Node call, Function<SyntaxTree.Node, Type> leaves) {
        String name = call.child("functionName")
                .map(function -> SqlName.plain(function.sql()))
                .orElse("");
        FunctionTable.Function function = functions.get(name.toUpperCase(Locale.ROOT));
        if (function == null) {
            return Type.ANY;
        }
        List<SyntaxTree.Node> arguments = call.children("expression");
        return !function.isGeneric()
                ? Kinds.type(function.result(), Type.ANY)
                : arguments.isEmpty() ? Type.ANY : of(arguments.get(arguments.size() - 1), leaves);
    }
}
