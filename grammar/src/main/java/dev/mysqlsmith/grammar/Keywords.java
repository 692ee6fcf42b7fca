package dev.mysqlsmith.grammar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which words are keywords, in which versions, and of which kind: the table {@code keywords.txt}. */
final class Keywords {
    private enum Kind {
        RESERVED,
        PLAIN,
        FUNCTION,
        HINT
    }

    private record Keyword(String word, int type, Kind kind, Gate gate) {}

    private static final List<Keyword> ALL = readKeywords();
    private static final Map<String, Keyword> BY_WORD = byWord(false);
    private static final Map<String, Keyword> HINTS = byWord(true);
    private static final @Nullable Keyword[] BY_TYPE = byType();
    private static final Set<String> CHARSETS = Set.copyOf(lines("charsets.txt"));

    private Keywords() {}

    /** The token types of the words that {@code version} has, by the word in upper case. */
    static Map<String, Integer> of(ServerVersion version) {
        return BY_WORD.values().stream()
                .filter(keyword -> keyword.gate.admits(version))
                .collect(Collectors.toMap(Keyword::word, Keyword::type));
    }

    /** The token type of a word inside of optimizer hints: IDENT unless it is one of theirs. */
    static int inHints(String word) {
        Keyword keyword = HINTS.get(upperCase(word));
        return keyword == null ? MySqlLexer.IDENT : keyword.type;
    }

    /** Whether tokens of that type are words of optimizer hints. */
    static boolean isHint(int type) {
        Keyword keyword = byType(type);
        return keyword != null && keyword.kind == Kind.HINT;
    }

    /** Whether {@code word}, in any case, is a function's name that is a keyword only before an opening parenthesis. */
    static boolean isFunctionWord(String word) {
        Keyword keyword = BY_WORD.get(upperCase(word));
        return keyword != null && keyword.kind == Kind.FUNCTION;
    }

    /** Whether tokens of that type are function names that need the parenthesis directly behind them. */
    static boolean isFunctionWord(int type) {
        Keyword keyword = byType(type);
        return keyword != null && keyword.kind == Kind.FUNCTION;
    }

    /** Whether {@code word}, in any case, is one of any kind in any version. */
    static boolean isWord(String word) {
        return BY_WORD.containsKey(upperCase(word)) || HINTS.containsKey(upperCase(word));
    }

    /** Whether tokens of that type are words of the language. */
    static boolean isKeyword(int type) {
        return byType(type) != null;
    }

    /** Whether tokens of that type are reserved words, in the versions that have them. */
    static boolean isReserved(int type) {
        Keyword keyword = byType(type);
        return keyword != null && keyword.kind == Kind.RESERVED;
    }

    /** Whether tokens of that type are names, quoted or not. */
    static boolean isIdentifier(int type) {
        return type == MySqlLexer.IDENT || type == MySqlLexer.QUOTED_IDENT;
    }

    /** The keyword's text, in upper case. */
    static String text(int type) {
        Keyword keyword = byType(type);
        if (keyword == null) {
            throw new IllegalArgumentException("token type " + type + " is no keyword");
        }
        return keyword.word;
    }

    /** Whether {@code _name} introduces a string of that character set. */
    static boolean isCharset(String name) {
        return CHARSETS.contains(name);
    }

    /** As keywords are compared: the letters of ASCII only, so that no other letter turns into one of them. */
    static String upperCase(String word) {
        int first = 0;
        while (first < word.length() && !(word.charAt(first) >= 'a' && word.charAt(first) <= 'z')) {
            first++;
        }
        if (first == word.length()) {
            return word;
        }
        char[] letters = word.toCharArray();
        for (int i = first; i < letters.length; i++) {
            if (letters[i] >= 'a' && letters[i] <= 'z') {
                letters[i] = (char) (letters[i] - ('a' - 'A'));
            }
        }
        return new String(letters);
    }

    /** The same for names that the tables have in lower case. */
    static String lowerCase(String word) {
        return word.toLowerCase(java.util.Locale.ROOT);
    }

    private static @Nullable Keyword byType(int type) {
        return type < 0 || type >= BY_TYPE.length ? null : BY_TYPE[type];
    }

    private static @Nullable Keyword[] byType() {
        @Nullable Keyword[] types = new Keyword[MySqlLexer.VOCABULARY.getMaxTokenType() + 1];
        ALL.forEach(keyword -> types[keyword.type] = keyword);
        return types;
    }

    private static Map<String, Keyword> byWord(boolean hints) {
        return ALL.stream()
                .filter(keyword -> hints == (keyword.kind == Kind.HINT))
                .collect(Collectors.toMap(Keyword::word, Function.identity()));
    }

    private static List<Keyword> readKeywords() {
        Map<String, Integer> types = new HashMap<>();
        for (int type = 1; type <= MySqlLexer.VOCABULARY.getMaxTokenType(); type++) {
            String name = MySqlLexer.VOCABULARY.getSymbolicName(type);
            if (name != null) {
                types.put(name, type);
            }
        }
        List<Keyword> keywords = new ArrayList<>();
        for (String line : lines("keywords.txt")) {
            String[] fields = line.split(" ", -1);
            Kind kind = Kind.valueOf(upperCase(fields[1]));
            Gate gate = fields.length > 2 ? Gate.parse(fields[2]) : Gate.OPEN;
            keywords.add(new Keyword(fields[0], type(fields[0], kind, types), kind, gate));
        }
        return keywords;
    }

    /** A token is named like its word; where that name is taken, {@code _SYM} or {@code _HINT} stands behind it. */
    private static int type(String word, Kind kind, Map<String, Integer> types) {
        Integer type = types.get(word + (kind == Kind.HINT ? "_HINT" : "_SYM"));
        return type != null
                ? type
                : Objects.requireNonNull(types.get(word), () -> "keywords.txt: no token '" + word + "' in the lexer");
    }

    private static List<String> lines(String resource) {
        try (InputStream in = Objects.requireNonNull(Keywords.class.getResourceAsStream(resource), resource);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("can't read " + resource, e);
        }
    }
}
