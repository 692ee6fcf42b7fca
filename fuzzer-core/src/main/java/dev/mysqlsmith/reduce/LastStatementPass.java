package dev.mysqlsmith.reduce;

import dev.mysqlsmith.execute.BinaryProtocol;
import dev.mysqlsmith.finding.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The last statement with only what it needs: nothing at all; what makes the objects that it names; what changes them as well;
 * what reads them, too; all that and the settings; everything but what only reads. Needs are told by names alone, so that no
 * statement is too strange for it.
 */
final class LastStatementPass implements ReductionPass {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_$]+");
    private static final String NAME = "(?:`?\\w+`?\\s*\\.\\s*)?`?([\\p{L}\\p{N}_$]+)`?.*";

    /** What makes an object, or gives it another name, which is the group. */
    private static final List<Pattern> MAKES = List.of(
            Pattern.compile("(?is)\\s*CREATE\\b.*?\\b(?:TABLE|VIEW|FUNCTION|PROCEDURE|TRIGGER|EVENT)\\s+"
                    + "(?:IF\\s+NOT\\s+EXISTS\\s+)?" + NAME),
            Pattern.compile("(?is)\\s*PREPARE\\s+`?(\\w+)`?.*"),
            Pattern.compile("(?is)\\s*RENAME\\s+TABLES?\\b.*\\bTO\\s+" + NAME),
            Pattern.compile("(?is)\\s*ALTER\\s+TABLE\\b.*\\bRENAME(?:\\s+(?:TO|AS)|\\s*=)?\\s+" + NAME));

    private static final Pattern READS =
            Pattern.compile("(?is)[\\s(]*(?:SELECT|WITH|VALUES|TABLE|EXPLAIN|DESC|DESCRIBE|SHOW|DO|HELP"
                    + "|CHECKSUM)\\b(?!.*(?::=|\\bINTO\\b)).*");
    private static final Pattern DEFINES = Pattern.compile("(?is)\\s*(?:CREATE|PREPARE|ALTER|RENAME\\s+TABLES?)\\b.*");
    private static final Pattern DATABASE = Pattern.compile("(?is)\\s*(?:USE|CREATE\\s+(?:DATABASE|SCHEMA))\\b.*");
    private static final Pattern SETTING = Pattern.compile("(?is)\\s*SET\\b.*");

    @Override
    public String name() {
        return "last statement";
    }

    @Override
    public List<Edit> edits(Script script) {
        List<Edit> edits = new ArrayList<>();
        List<String> texts = texts(script);
        Set<Integer> needed = needed(texts);
        for (Level level : Level.values()) {
            List<Step> kept = new ArrayList<>();
            for (int i = 0; i < script.size(); i++) {
                if (i == script.size() - 1 || level.keeps(texts.get(i), needed.contains(i))) {
                    kept.add(script.steps().get(i));
                }
            }
            edits.add(new Edit(script.size() - kept.size(), () -> kept));
        }
        return edits;
    }

    private enum Level {
        ALONE,
        DEFINITIONS,
        CHANGES,
        DATA,
        SETTINGS,
        ALL_CHANGES;

        boolean keeps(String sql, boolean needed) {
            boolean database = matches(DATABASE, sql);
            return switch (this) {
                case ALONE -> false;
                case DEFINITIONS -> database || (needed && matches(DEFINES, sql));
                case CHANGES -> database || (needed && !matches(READS, sql));
                case DATA -> database || needed;
                case SETTINGS -> database || needed || matches(SETTING, sql);
                case ALL_CHANGES -> !matches(READS, sql);
            };
        }
    }

    private static List<String> texts(Script script) {
        return script.steps().stream()
                .map(step -> BinaryProtocol.unmarked(step.sql()))
                .toList();
    }

    /** Indices of the statements that name an object which the last one names, or which those need in turn. */
    private static Set<Integer> needed(List<String> texts) {
        Set<String> objects = texts.stream().flatMap(sql -> made(sql).stream()).collect(Collectors.toSet());
        Set<String> wanted = words(texts.get(texts.size() - 1));
        wanted.retainAll(objects);
        Set<Integer> needed = new HashSet<>();
        boolean grows = true;
        while (grows) {
            grows = false;
            for (int i = 0; i < texts.size() - 1; i++) {
                Set<String> words = words(texts.get(i));
                words.retainAll(objects);
                if (!needed.contains(i) && words.stream().anyMatch(wanted::contains)) {
                    needed.add(i);
                    grows = true;
                    if (made(texts.get(i)).isPresent()) {
                        wanted.addAll(words);
                    }
                }
            }
        }
        return needed;
    }

    /** The object that a statement makes, or the new name that it gives to one. */
    private static Optional<String> made(String sql) {
        return MAKES.stream()
                .map(pattern -> pattern.matcher(sql))
                .filter(Matcher::matches)
                .map(made -> made.group(1).toLowerCase(Locale.ROOT))
                .findFirst();
    }

    private static boolean matches(Pattern pattern, String sql) {
        return pattern.matcher(sql).matches();
    }

    private static Set<String> words(String sql) {
        Set<String> words = new HashSet<>();
        Matcher word = WORD.matcher(sql);
        while (word.find()) {
            words.add(word.group().toLowerCase(Locale.ROOT));
        }
        return words;
    }
}
