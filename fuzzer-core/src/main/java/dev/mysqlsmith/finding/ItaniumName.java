package dev.mysqlsmith.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The qualified function name in a mangled C++ symbol ({@code _ZN4JOIN8optimizeEv} is {@code JOIN::optimize}).
 *
 * <p>Reads of the Itanium C++ ABI's mangling what names need: nested names, constructors and destructors, operators,
 * {@code std}; template arguments are skipped; types of arguments are not looked at.
 */
final class ItaniumName {
    private static final Map<String, String> STANDARD = Map.of(
            "St",
            "std",
            "Sa",
            "std::allocator",
            "Sb",
            "std::basic_string",
            "Ss",
            "std::string",
            "Si",
            "std::istream",
            "So",
            "std::ostream",
            "Sd",
            "std::iostream");
    private static final Map<String, String> OPERATORS = Map.ofEntries(
            Map.entry("nw", "operator new"),
            Map.entry("na", "operator new[]"),
            Map.entry("dl", "operator delete"),
            Map.entry("da", "operator delete[]"),
            Map.entry("eq", "operator=="),
            Map.entry("ne", "operator!="),
            Map.entry("lt", "operator<"),
            Map.entry("gt", "operator>"),
            Map.entry("le", "operator<="),
            Map.entry("ge", "operator>="),
            Map.entry("pl", "operator+"),
            Map.entry("mi", "operator-"),
            Map.entry("ml", "operator*"),
            Map.entry("dv", "operator/"),
            Map.entry("aS", "operator="),
            Map.entry("pL", "operator+="),
            Map.entry("mI", "operator-="),
            Map.entry("ls", "operator<<"),
            Map.entry("rs", "operator>>"),
            Map.entry("cl", "operator()"),
            Map.entry("ix", "operator[]"),
            Map.entry("pt", "operator->"),
            Map.entry("de", "operator*"),
            Map.entry("ad", "operator&"),
            Map.entry("nt", "operator!"),
            Map.entry("pp", "operator++"),
            Map.entry("mm", "operator--"));

    private final String text;
    private int at;

    private ItaniumName(String text) {
        this.text = text;
    }

    /** The name; empty where the symbol has a form that is not read. */
    static Optional<String> demangle(String symbol) {
        ItaniumName reader = new ItaniumName(symbol);
        reader.at = symbol.startsWith("_ZL") ? 3 : 2;
        try {
            return Optional.ofNullable(reader.name()).filter(name -> !name.isEmpty());
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private @org.jspecify.annotations.Nullable String name() {
        if (text.startsWith("Th", at) || text.startsWith("Tv", at)) {
            // a thunk: its offsets up to "_", then the name of what it calls
            at = text.indexOf('_', at) + 1;
            if (at > 0 && Character.isDigit(text.charAt(at))) {
                return name();
            }
            return at > 0 ? name() : null;
        }
        if (text.charAt(at) == 'Z') {
            at++;
            return name();
        }
        return text.charAt(at) == 'N' ? nested() : String.join("::", plain());
    }

    private List<String> plain() {
        List<String> parts = new ArrayList<>();
        if (text.startsWith("St", at)) {
            at += 2;
            parts.add("std");
        }
        String part = part(parts);
        if (part != null) {
            parts.add(part);
        }
        return parts;
    }

    private @org.jspecify.annotations.Nullable String nested() {
        at++;
        while ("rVKRO".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        List<String> parts = new ArrayList<>();
        while (text.charAt(at) != 'E') {
            if (text.charAt(at) == 'I') {
                skipTemplateArguments();
                continue;
            }
            String part = part(parts);
            if (part == null) {
                return null;
            }
            parts.add(part);
        }
        at++;
        return String.join("::", parts);
    }

    private @org.jspecify.annotations.Nullable String part(List<String> before) {
        char c = text.charAt(at);
        if (c == 'L') {
            at++;
            c = text.charAt(at);
        }
        if (Character.isDigit(c)) {
            return identifier();
        }
        String two = text.substring(at, at + 2);
        at += 2;
        if (two.matches("C[1-5]|D[0-5]") && !before.isEmpty()) {
            return (two.charAt(0) == 'D' ? "~" : "") + before.get(before.size() - 1);
        }
        return STANDARD.containsKey(two) ? STANDARD.get(two) : OPERATORS.get(two);
    }

    private String identifier() {
        int start = at;
        while (Character.isDigit(text.charAt(at))) {
            at++;
        }
        int length = Integer.parseInt(text.substring(start, at));
        String name = text.substring(at, at + length);
        at += length;
        return name.startsWith("_GLOBAL__N") ? "{anonymous}" : name;
    }

    /** Skips {@code I..E}: inside, names by their length, all else letter by letter, with the E of nested parts counted. */
    private void skipTemplateArguments() {
        int depth = 0;
        do {
            char c = text.charAt(at);
            if (Character.isDigit(c)) {
                identifier();
                continue;
            }
            if (c == 'S' || c == 'T') {
                skipSubstitution();
                continue;
            }
            depth += c == 'I' || c == 'N' || c == 'X' || c == 'J' || c == 'F' || c == 'L' ? 1 : c == 'E' ? -1 : 0;
            at++;
            if (c == 'L') {
                skipLiteral();
            }
        } while (depth > 0);
    }

    private void skipLiteral() {
        if (!Character.isDigit(text.charAt(at))) {
            at++;
        } else {
            identifier();
        }
        while (text.charAt(at) != 'E') {
            at++;
        }
    }

    private void skipSubstitution() {
        boolean standard = text.charAt(at) == 'S' && STANDARD.containsKey(text.substring(at, at + 2));
        at = standard ? at + 2 : text.indexOf('_', at) + 1;
    }
}
