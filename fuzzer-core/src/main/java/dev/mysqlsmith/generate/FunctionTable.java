package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Gate;
import dev.mysqlsmith.grammar.Resources;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.random.Choices;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The functions that are called by name, read from {@code functions.txt}, and those that a target has beside them. */
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

    /**
     * One parameter.
     *
     * @param kind a type's name, {@code T} or {@code C}, or the form of a constant
     * @param type the type of that name, {@link Type#ANY} where it is the function's own; null for the form of a constant
     */
    record Parameter(String kind, @Nullable Type type, Arity arity) {
        /** Whether it is of the one type that the call has. */
        boolean isGeneric() {
            return kind.equals("T") || kind.equals("C");
        }
    }

    /** One function; {@code result} is a type's name, {@code T} or {@code C}. */
    record Function(String name, String result, List<Parameter> parameters, Gate gate, boolean isVolatile) {
        /** Whether it gives what its arguments are. */
        boolean isGeneric() {
            return result.equals("T") || result.equals("C");
        }

        /** The parameters of a call, one an argument: optional ones as chance has it. */
        List<Parameter> arguments(Choices choices) {
            List<Parameter> arguments = new ArrayList<>(parameters.size());
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
                    arguments.add(parameter);
                }
            }
            return arguments;
        }

        private boolean gives(Type wanted) {
            return switch (result) {
                case "T" -> true;
                case "C" -> wanted.isComparable();
                default -> Kinds.type(result, Type.ANY).serves(wanted);
            };
        }
    }

    /** Those of all versions, in the order of the file. */
    private static final List<Function> KNOWN = Resources.lines(FunctionTable.class, "functions.txt").stream()
            .map(FunctionTable::parse)
            .toList();

    private final List<Function> all = new ArrayList<>();
    private final Map<Type, List<Function>> byType = new EnumMap<>(Type.class);

    private FunctionTable() {
        for (Type type : Type.values()) {
            byType.put(type, new ArrayList<>());
        }
    }

    /** The functions that {@code version} has, without those that the target lacks, and with its own. */
    static FunctionTable read(ServerVersion version, FunctionCatalog target) {
        FunctionTable table = new FunctionTable();
        Set<String> absent = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        absent.addAll(target.absent());
        for (Function function : KNOWN) {
            if (function.gate().admits(version) && !absent.contains(function.name())) {
                table.add(function);
            }
        }
        target.learned().forEach(line -> table.add(parse(line)));
        return table;
    }

    /** The names of those that any version has. */
    static Set<String> names() {
        return KNOWN.stream().map(Function::name).collect(Collectors.toCollection(TreeSet::new));
    }

    List<Function> all() {
        return all;
    }

    /** Those whose result serves {@code wanted}, in the order of the file. */
    List<Function> giving(Type wanted) {
        return byType.getOrDefault(wanted, List.of());
    }

    private void add(Function function) {
        all.add(function);
        byType.forEach((type, functions) -> {
            if (function.gives(type)) {
                functions.add(function);
            }
        });
    }

    /** @throws IllegalArgumentException where the line is not of the form */
    static Function parse(String line) {
        Matcher m = LINE.matcher(line);
        if (!m.matches()) {
            throw new IllegalArgumentException(
                    "function '" + line + "': expected NAME result (parameter, ..) [versions] [volatile]");
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
        Arity arity =
                switch (word.charAt(word.length() - 1)) {
                    case '?' -> Arity.OPTIONAL;
                    case '+' -> Arity.ONCE_OR_MORE;
                    case '*' -> Arity.ANY_NUMBER;
                    default -> Arity.ONCE;
                };
        String kind = arity == Arity.ONCE ? word : word.substring(0, word.length() - 1);
        if (kind.endsWith("!")) {
            return new Parameter(kind.substring(0, kind.length() - 1), null, arity);
        }
        return new Parameter(kind, Kinds.isType(kind) ? Kinds.type(kind, Type.ANY) : null, arity);
    }
}
