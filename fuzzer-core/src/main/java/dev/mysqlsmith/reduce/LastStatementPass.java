package dev.mysqlsmith.reduce;

import dev.mysqlsmith.execute.BinaryProtocol;
import dev.mysqlsmith.finding.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last statement with only what it needs: nothing at all; what makes the objects that it names; what changes them as well;
 * what reads them, too; all that and the settings; everything but what only reads. Needs are told by names alone, so that no
 * statement is too strange for it.
 */
final class LastStatementPass implements ReductionPass {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_$]+");
    private static final Pattern MAKES = Pattern.compile(
            "(?is)\\s*(?:CREATE\\b.*?\\b(?:TABLE|VIEW|FUNCTION|PROCEDURE|TRIGGER|"
                    + "EVENT)\\s+(?:IF\\s+NOT\\s+EXISTS\\s+)?(?:`?\\w+`?\\s*\\.\\s*)?`?([\\p{L}\\p{N}_$]+)`?|PREPARE\\s+`?(\\w+)`?).*");
    private static final Pattern RENAMES = Pattern.compile(
            "(?is)\\s*(?:RENAME\\s+TABLES?\\b.*\\bTO|"
                    + "ALTER\\s+TABLE\\b.*\\bRENAME(?:\\s+(?:TO|AS)|\\s*=)?)\\s+(?:`?\\w+`?\\s*\\.\\s*)?`?([\\p{L}\\p{N}_$]+)`?.*");
    private static final Pattern READS =
            Pattern.compile("(?is)[\\s(]*(?:SELECT|WITH|VALUES|TABLE|EXPLAIN|DESC|DESCRIBE|SHOW|DO|HELP"
                    + "|CHECKSUM)\\b(?!.*(?::=|\\bINTO\\b)).*");
    private static final Pattern DEFINES = Pattern.compile("(?is)\\s*(?:CREATE|PREPARE|ALTER)\\b.*");
    private static final Pattern DATABASE = Pattern.compile("(?is)\\s*(?:USE|CREATE\\s+(?:DATABASE|SCHEMA))\\b.*");
    private static final Pattern SETTING = Pattern.compile("(?is)\\s*SET\\b.*");

    @Override
    public String name() {
        return "last statement";
    }

    @Override
    public List<Edit> edits(Script script) {
        List<Edit> edits = new ArrayList<>();
        Set<Integer> needed = needed(script);
        for (Level level : Level.values()) {
            List<Step> kept = new ArrayList<>();
            for (int i = 0; i < script.size(); i++) {
                if (i == script.size() - 1 || level.keeps(script.statement(i).sql(), needed.contains(i))) {
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
                case DEFINITIONS -> database || (needed && (matches(DEFINES, sql) || matches(RENAMES, sql)));
                case CHANGES -> database || (needed && !reads(sql));
                case DATA -> database || needed;
                case SETTINGS -> database || needed || matches(SETTING, sql);
                case ALL_CHANGES -> !reads(sql);
            };
        }
    }

    /** Indices of the statements that name an object which the last one names, or which those need in turn. */
    private static Set<Integer> needed(Script script) {
        Set<String> objects = objects(script);
        Set<String> wanted = words(script.statement(script.size() - 1).sql());
        wanted.retainAll(objects);
        Set<Integer> needed = new HashSet<>();
        boolean grows = true;
        while (grows) {
            grows = false;
            for (int i = 0; i < script.size() - 1; i++) {
                Set<String> words = words(script.statement(i).sql());
                words.retainAll(objects);
                if (!needed.contains(i) && words.stream().anyMatch(wanted::contains)) {
                    needed.add(i);
                    grows = true;
                    String sql = script.statement(i).sql();
                    if (matches(MAKES, sql) || matches(RENAMES, sql)) {
                        wanted.addAll(words);
                    }
                }
            }
        }
        return needed;
    }

    private static Set<String> objects(Script script) {
        Set<String> objects = new HashSet<>();
        for (int i = 0; i < script.size(); i++) {
            Matcher makes = MAKES.matcher(script.statement(i).sql());
            if (makes.matches()) {
                String name = makes.group(1) != null ? makes.group(1) : makes.group(2);
                objects.add(name.toLowerCase(Locale.ROOT));
            }
            Matcher renames = RENAMES.matcher(script.statement(i).sql());
            if (renames.matches()) {
                objects.add(renames.group(1).toLowerCase(Locale.ROOT));
            }
        }
        return objects;
    }

    private static boolean reads(String sql) {
        return matches(READS, BinaryProtocol.unmarked(sql));
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
