package dev.mysqlsmith.grammar;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a server's parser says of the variables of a stored program: they have no default that SET could give them, and those
 * in LIMIT are integers.
 */
final class ProgramVariables {
    private static final List<String> WHOLE = List.of("integerType", "bitType", "booleanType", "serialType");

    /** A part of a program, and the types of the variables that are known there, by their names in lower case. */
    private record Part(SyntaxTree.Node node, Map<String, SyntaxTree.Node> variables) {}

    private ProgramVariables() {}

    static Optional<String> check(SyntaxTree.Node program) {
        boolean trigger = program.is("createTriggerStatement");
        Deque<Part> open = new ArrayDeque<>();
        open.push(new Part(program, parameters(program)));
        while (!open.isEmpty()) {
            Part part = open.pop();
            Optional<String> breach = breach(part, trigger);
            if (breach.isPresent()) {
                return breach;
            }
            Map<String, SyntaxTree.Node> inside =
                    part.node.is("compoundStatement") ? withDeclarations(part) : part.variables;
            for (SyntaxTree child : part.node.children()) {
                if (child instanceof SyntaxTree.Node node) {
                    open.push(new Part(node, inside));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> breach(Part part, boolean trigger) {
        if (part.node.is("limitNumber") && part.node.has("identifier")) {
            SyntaxTree.Node type = part.variables.get(name(part.node));
            return type == null || WHOLE.stream().anyMatch(type::has)
                    ? Optional.empty()
                    : Optional.of("the variable " + part.node.sql() + " in LIMIT is no integer");
        }
        if (part.node.is("setAssignment") && part.node.children().get(0) instanceof SyntaxTree.Node target) {
            boolean variable = target.is("setVariableName")
                    && (part.variables.containsKey(name(target))
                            || trigger && name(target).startsWith("new."));
            boolean reset = part.node.children("setValue").stream()
                    .anyMatch(value -> value.sql().equalsIgnoreCase("DEFAULT"));
            return variable && reset
                    ? Optional.of(target.sql() + " has no DEFAULT, expected an expression")
                    : Optional.empty();
        }
        return Optional.empty();
    }

    private static Map<String, SyntaxTree.Node> parameters(SyntaxTree.Node program) {
        Map<String, SyntaxTree.Node> variables = new HashMap<>();
        for (SyntaxTree child : program.children()) {
            if (child instanceof SyntaxTree.Node node
                    && (node.is("procedureParameter") || node.is("functionParameter"))) {
                variables.put(
                        name(node.children("newParameterName").get(0)),
                        node.children("dataType").get(0));
            }
        }
        return variables;
    }

    private static Map<String, SyntaxTree.Node> withDeclarations(Part block) {
        Map<String, SyntaxTree.Node> variables = new HashMap<>(block.variables);
        for (SyntaxTree.Node declaration : block.node.children("declaration")) {
            for (SyntaxTree.Node declared : declaration.children("newVariableName")) {
                variables.put(name(declared), declaration.children("dataType").get(0));
            }
        }
        return variables;
    }

    private static String name(SyntaxTree.Node node) {
        return Keywords.lowerCase(node.sql().replace("`", ""));
    }
}
