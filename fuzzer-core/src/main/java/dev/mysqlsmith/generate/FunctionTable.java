package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Gate;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.random.Choices;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The functions that are called by name, read from {@code functions.txt}. */
final class FunctionTable {
    private static final Pattern LINE =
            Pattern.compile("(\\S+)\\s+(\\S+)\\s+\\(([^)]*)\\)\\s*(\\d*\\.?\\d*\\.?\\d*\\.\\.\\S*)?\\s*(volatile)?");

    /** How often an argument may stand. */
    enum Arity {
        ONCE,
        OPTIONAL,
        ONCE_OR_MORE,
        ANY_NUMBER
    }

    /** One parameter; {@code kind} is a type's name, {@code T}, or the form of a constant. */
    record Parameter(String kind, Arity arity) {}

    /** One function; {@code result} is a type's name, {@code T} or {@code C}. */
    record Function(String name, String result, List<Parameter> parameters, Gate gate, boolean isVolatile) {
        /** Whether it gives what its arguments are. */
        boolean isGeneric() {
            return result.equals("T") || result.equals("C");
        }

        /** How many arguments a call has: optional ones as chance has it. */
        List<String> arguments(Choices choices) {
            List<String> kinds = new ArrayList<>();
            for (Parameter parameter : parameters) {
                int count =
                        switch (parameter.arity()) {
                            case ONCE -> 1;
                            case OPTIONAL -> choices.below(2);
                            case ONCE_OR_MORE -> 1 + choices.geometric(0.3, 3);
                            case ANY_NUMBER -> choices.geometric(0.4, 3);
                        };
                if (count == 0) {
                    break;
                }
                for (int i = 0; i < count; i++) {
                    kinds.add(parameter.kind());
                }
            }
            return kinds;
        }
    }

    private final Map<Type, List<Function>> byType = new EnumMap<>(Type.class);

    private FunctionTable() {}

    /** The functions that {@code version} has. */
    static FunctionTable read(ServerVersion version) {
        FunctionTable table = new FunctionTable();
        for (Type type : Type.values()) {
            table.byType.put(type, new ArrayList<>());
        }
        for (String line : Resources.lines("functions.txt")) {
            Function function = parse(line);
            if (function.gate().admits(version)) {
                table.add(function);
            }
        }
        return table;
    }

    /** Those whose result serves {@code wanted}, in the order of the file. */
    List<Function> giving(Type wanted) {
        return byType.getOrDefault(wanted, List.of());
    }

    private void add(Function function) {
        for (Map.Entry<Type, List<Function>> entry : byType.entrySet()) {
            boolean plain = entry.getKey() != Type.JSON && entry.getKey() != Type.GEOMETRY;
            if (function.result().equals("T")
                    || function.result().equals("C") && plain
                    || Kinds.type(function.result(), Type.ANY).serves(entry.getKey())) {
                entry.getValue().add(function);
            }
        }
    }

    private static Function parse(String line) {
        Matcher m = LINE.matcher(line);
        if (!m.matches()) {
            throw new IllegalStateException("functions.txt: '" + line + "'");
        }
        List<Parameter> parameters = new ArrayList<>();
        for (String word : m.group(3).split("[,\\s]+")) {
            if (!word.isEmpty()) {
                parameters.add(parameter(word));
            }
        }
        Gate gate = m.group(4) == null ? Gate.OPEN : Gate.parse(m.group(4));
        return new Function(m.group(1), m.group(2), List.copyOf(parameters), gate, m.group(5) != null);
    }

    private static Parameter parameter(String word) {
        String kind = word.replaceAll("[?+*]$", "");
        return switch (word.charAt(word.length() - 1)) {
            case '?' -> new Parameter(kind, Arity.OPTIONAL);
            case '+' -> new Parameter(kind, Arity.ONCE_OR_MORE);
            case '*' -> new Parameter(kind, Arity.ANY_NUMBER);
            default -> new Parameter(kind, Arity.ONCE);
        };
    }
}
