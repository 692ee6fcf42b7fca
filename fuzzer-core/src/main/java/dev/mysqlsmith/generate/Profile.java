package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Gate;
import dev.mysqlsmith.grammar.Nearest;
import dev.mysqlsmith.grammar.Resources;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.schema.Engine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is generated how often: a data file of lines.
 *
 * <pre>
 * weight RULE/SYMBOL n      alternatives of RULE that mention SYMBOL (a rule or token) are taken n times as often as others; 0: never
 * weight RULE/* n            all alternatives of RULE; lines below it make exceptions
 * weight RULE//SYMBOL n     the same for the alternatives of the blocks inside RULE
 * option RULE/SYMBOL p      an optional part of RULE that mentions SYMBOL is there with probability p
 * repeat RULE/SYMBOL p      a repetition of RULE that mentions SYMBOL goes on with probability p
 * size NAME n               a number that a binder asks for
 * flag NAME                 unbound: names, constants and types at random; evenly: what was used most is taken least;
 *                           prepared: statements are sent inside PREPARE
 * allow RULE/SYMBOL         takes back that line of unsent.profile, the list of what a server is not sent; all: allow {@literal *}/*
 * favour TYPE n             columns of tables and of queries are of TYPE n times as often
 * feature NAME off         nothing is made that has the feature of that name in features.txt; on: takes that back
 * include PROFILE           the lines of that profile first
 * </pre>
 */
public final class Profile {
    private static final List<String> BUILT_IN = List.of(
            "default",
            "queries",
            "results",
            "optimizer",
            "functions",
            "json",
            "gis",
            "ddl",
            "dml",
            "routines",
            "transactions",
            "syntax");

    /** What a profile may switch on. */
    enum Flag {
        UNBOUND,
        EVENLY,
        PREPARED
    }

    /** One line about the grammar. */
    record Entry(String what, String rule, boolean inner, String symbol, double value, String origin) {
        boolean isAbout(Entry other) {
            return rule.equals(other.rule) && symbol.equals(other.symbol);
        }
    }

    private final String name;
    private final List<Entry> entries = new ArrayList<>();
    private static final List<String> SIZES = List.of(
            "tables",
            "columns",
            "inserts",
            "rows",
            "nodes",
            "least",
            "round",
            "boundaries",
            "indexed",
            "equijoins",
            "binary",
            "single",
            "programs");

    private final Map<String, Integer> sizes = new TreeMap<>();
    private final Set<Flag> flags = EnumSet.noneOf(Flag.class);
    private final List<Entry> allowed = new ArrayList<>();
    private final double[] favours = new double[Type.values().length];
    private final double[] engines = new double[Engine.values().length];
    private final Map<String, String> off = new TreeMap<>();
    private final Set<String> functionsOff = new TreeSet<>();

    /** Whether session variables are set, where a line says so. */
    private final Map<String, Boolean> variables = new TreeMap<>();

    private Profile(String name) {
        this.name = name;
        Arrays.fill(favours, 1);
        Arrays.fill(engines, 1);
    }

    private Profile(Profile other) {
        this(other.name);
        entries.addAll(other.entries);
        sizes.putAll(other.sizes);
        flags.addAll(other.flags);
        allowed.addAll(other.allowed);
        System.arraycopy(other.favours, 0, favours, 0, favours.length);
        System.arraycopy(other.engines, 0, engines, 0, engines.length);
        off.putAll(other.off);
        functionsOff.addAll(other.functionsOff);
        variables.putAll(other.variables);
    }

    /** The profiles that come with the tool. */
    public static List<String> names() {
        return BUILT_IN;
    }

    /**
     * The profile of that name that comes with the tool.
     *
     * @throws IllegalArgumentException where there is none
     */
    public static Profile named(String name) {
        if (!BUILT_IN.contains(name)) {
            throw new IllegalArgumentException(
                    "profile '" + name + "': there is no file and no built-in profile of that name; built in are "
                            + String.join(", ", BUILT_IN));
        }
        Profile profile = new Profile(name);
        profile.read(builtIn(name), name);
        return profile;
    }

    /**
     * A user's own profile.
     *
     * @throws IllegalArgumentException where a line is wrong; the message says which
     */
    public static Profile load(Path file) throws IOException {
        Profile profile = new Profile(file.toString());
        profile.read(Files.readAllLines(file, StandardCharsets.UTF_8), file.toString());
        return profile;
    }

    /**
     * The same for a server that can't be restarted: without what {@code fatal.txt} says is known to end that version.
     */
    public Profile sparing(ServerVersion version) {
        Profile sparing = new Profile(this);
        for (String line : Resources.lines(Profile.class, "fatal.txt")) {
            String[] words = line.strip().split("\\s+", 2);
            if (Gate.parse(words[0]).admits(version)) {
                sparing.spare(words[1].split("\\s+"));
            }
        }
        return sparing;
    }

    private void spare(String[] words) {
        String origin = "fatal.txt";
        switch (words[0]) {
            case "variable" -> variable(words, origin).forEach(variables::putIfAbsent);
            case "size" -> sizes.putIfAbsent(size(word(words, 1, origin), origin), (int) number(words, origin));
            default -> {
                Entry entry = entry(words, origin);
                if (!isAllowed(entry)) {
                    entries.add(entry);
                }
            }
        }
    }

    public String name() {
        return name;
    }

    List<Entry> entries() {
        return entries;
    }

    /** The features that are switched off, each with where that is said. */
    Map<String, String> off() {
        return off;
    }

    /** The names of the functions that are not called. */
    Set<String> functionsOff() {
        return functionsOff;
    }

    /** Whether statements set the session variable of that name. */
    boolean sets(String variable) {
        return variables.getOrDefault(variable, true);
    }

    /** How much more often than otherwise values and columns are of that type. */
    double favour(Type type) {
        return favours[type.ordinal()];
    }

    /** How much more often than otherwise new tables are of that engine. */
    double weight(Engine engine) {
        return engines[engine.ordinal()];
    }

    boolean has(Flag flag) {
        return flags.contains(flag);
    }

    /** Whether statements use names at random, so that no tables are made. */
    public boolean isUnbound() {
        return has(Flag.UNBOUND);
    }

    /** Whether statements are sent inside PREPARE. */
    public boolean isPrepared() {
        return has(Flag.PREPARED);
    }

    /** How many statements a round has at most, where the profile says. */
    public OptionalInt roundSize() {
        Integer size = sizes.get("round");
        return size == null ? OptionalInt.empty() : OptionalInt.of(size);
    }

    /**
     * What of the list of things that a server is not sent holds for this profile.
     *
     * @throws IllegalArgumentException where the profile allows what the list has not, or weighs what it has and the
     *     profile does not allow
     */
    List<Entry> unsent() {
        Profile list = new Profile("unsent");
        list.read(resource("unsent.profile"), "unsent");
        for (Entry entry : allowed) {
            boolean known = entry.rule().equals("*")
                    || list.entries.stream().anyMatch(entry::isAbout)
                    || Resources.lines(Profile.class, "fatal.txt").stream()
                            .anyMatch(line -> line.contains(" " + entry.rule() + "/" + entry.symbol() + " "));
            if (!known) {
                throw new IllegalArgumentException(entry.origin() + ": '" + entry.rule() + "/" + entry.symbol()
                        + "': is not in unsent.profile, so there is nothing to allow");
            }
        }
        List<Entry> unsent =
                list.entries.stream().filter(entry -> !isAllowed(entry)).toList();
        for (Entry entry : entries) {
            if (entry.what().equals("weight")
                    && entry.value() > 0
                    && unsent.stream().anyMatch(entry::isAbout)) {
                String name = entry.rule() + "/" + entry.symbol();
                throw new IllegalArgumentException(entry.origin() + ": '" + name
                        + "': a server is not sent that unless the profile says: allow " + name);
            }
        }
        return unsent;
    }

    private boolean isAllowed(Entry entry) {
        return allowed.stream().anyMatch(allow -> allow.rule().equals("*") || allow.isAbout(entry));
    }

    /** A number that the profile must have. */
    int size(String key) {
        Integer size = sizes.get(key);
        if (size == null) {
            throw new IllegalArgumentException("profile '" + name + "' lacks the line: size " + key + " N");
        }
        return size;
    }

    /** A number that the profile may have. */
    int size(String key, int otherwise) {
        return sizes.getOrDefault(key, otherwise);
    }

    private static List<String> builtIn(String name) {
        return resource("profiles/" + name + ".profile");
    }

    private static List<String> resource(String name) {
        try (InputStream in = Profile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new IllegalStateException(name + " can't be read from the jar", e);
        }
    }

    private void read(List<String> lines, String origin) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                readLine(line.split("\\s+"), origin + ", line " + (i + 1));
            }
        }
    }

    private void readLine(String[] words, String origin) {
        switch (words[0]) {
            case "include" -> read(builtIn(word(words, 1, origin)), words[1]);
            case "size" -> sizes.put(size(word(words, 1, origin), origin), (int) number(words, origin));
            case "flag" -> flags.add(flag(word(words, 1, origin), origin));
            case "favour" -> favours[type(word(words, 1, origin), origin).ordinal()] = number(words, origin);
            case "engine" -> engines[engine(word(words, 1, origin), origin).ordinal()] = number(words, origin);
            case "feature" -> feature(words, origin);
            case "function" -> function(words, origin);
            case "variable" -> variables.putAll(variable(words, origin));
            case "allow" -> allowed.add(entry(new String[] {"allow", word(words, 1, origin), "1"}, origin));
            case "weight", "option", "repeat" -> entries.add(entry(words, origin));
            default ->
                throw new IllegalArgumentException(
                        origin + ": '" + words[0]
                                + "': expected include, size, weight, option, repeat, flag, favour, engine, feature, function, variable or allow");
        }
    }

    private static Type type(String word, String origin) {
        for (Type type : Type.values()) {
            if (type.word().equals(word) && type != Type.ANY) {
                return type;
            }
        }
        List<String> words = Arrays.stream(Type.values()).map(Type::word).toList();
        throw new IllegalArgumentException(
                origin + ": there is no type '" + word + "'; nearest is '" + Nearest.to(word, words) + "'");
    }

    private static String size(String word, String origin) {
        if (!SIZES.contains(word)) {
            throw new IllegalArgumentException(
                    origin + ": there is no size '" + word + "'; nearest is '" + Nearest.to(word, SIZES) + "'");
        }
        return word;
    }

    private static Engine engine(String word, String origin) {
        return Engine.named(word).orElseThrow(() -> {
            List<String> names = Arrays.stream(Engine.values()).map(Engine::sql).toList();
            return new IllegalArgumentException(origin + ": there is no engine '" + word
                    + "' that tables are made of; nearest is '" + Nearest.to(word, names) + "'");
        });
    }

    /** {@code feature NAME off}: the name may have several words; {@code on} takes that back. */
    private void feature(String[] words, String origin) {
        String last = words[words.length - 1];
        if (words.length < 3 || !(last.equals("off") || last.equals("on"))) {
            throw new IllegalArgumentException(origin + ": expected feature NAME off, or feature NAME on");
        }
        String feature = String.join(" ", Arrays.copyOfRange(words, 1, words.length - 1));
        if (last.equals("off")) {
            off.put(feature, origin);
        } else {
            FeatureNames.standard().places(feature, origin);
            off.remove(feature);
        }
    }

    /** {@code function NAME off}; {@code on} takes that back. */
    private void function(String[] words, String origin) {
        String name = word(words, 1, origin).toUpperCase(Locale.ROOT);
        if (isOn(words, name, FunctionTable.names(), origin)) {
            functionsOff.remove(name);
        } else {
            functionsOff.add(name);
        }
    }

    /** {@code variable NAME off}, or {@code on}: the name, and which of them. */
    private static Map<String, Boolean> variable(String[] words, String origin) {
        String name = word(words, 1, origin).toLowerCase(Locale.ROOT);
        return Map.of(name, isOn(words, name, SessionVariables.names(), origin));
    }

    /** What a line says that ends in {@code off} or {@code on} behind a name. */
    private static boolean isOn(String[] words, String name, Set<String> known, String origin) {
        String state = words.length == 3 ? words[2] : "";
        if (!(state.equals("off") || state.equals("on"))) {
            throw new IllegalArgumentException(
                    origin + ": expected " + words[0] + " NAME off, or " + words[0] + " NAME on");
        }
        if (!known.contains(name)) {
            throw new IllegalArgumentException(origin + ": there is no " + words[0] + " '" + name + "'; nearest is '"
                    + Nearest.to(name, known) + "'");
        }
        return state.equals("on");
    }

    private static Flag flag(String name, String origin) {
        return Arrays.stream(Flag.values())
                .filter(flag -> flag.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        origin + ": flag '" + name + "': expected unbound, evenly or prepared"));
    }

    private static Entry entry(String[] words, String origin) {
        String where = word(words, 1, origin);
        int slash = where.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException(origin + ": '" + where + "': expected the form RULE/SYMBOL");
        }
        boolean inner = where.startsWith("//", slash);
        String symbol = where.substring(slash + (inner ? 2 : 1));
        return new Entry(words[0], where.substring(0, slash), inner, symbol, number(words, origin), origin);
    }

    private static double number(String[] words, String origin) {
        try {
            return Double.parseDouble(word(words, 2, origin));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(origin + ": '" + words[2] + "': expected a number", e);
        }
    }

    private static String word(String[] words, int index, String origin) {
        if (index >= words.length) {
            throw new IllegalArgumentException(
                    origin + ": the line ends too early: expected " + words[0] + " NAME [NUMBER]");
        }
        return words[index];
    }
}
