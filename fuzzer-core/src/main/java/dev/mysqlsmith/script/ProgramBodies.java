package dev.mysqlsmith.script;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The stored programs that a log defines, and which statements are theirs.
 *
 * <p>The server logs statements that a program runs as if the connection had sent them; to run them again beside their caller
 * would run them twice.
 */
final class ProgramBodies {
    private static final Pattern DEFINITION = Pattern.compile(
            "create\\b.*?\\b(procedure|function|trigger|view)\\s+(?:if not exists\\s+)?(\\S+?)\\s*[( ].*");
    private static final Pattern TRIGGER_TABLE = Pattern.compile(".*?\\bon\\s+(\\S+)\\s+for\\s+each\\s+row\\b.*");
    private static final Pattern END_OF_STATEMENT = Pattern.compile("\\s*(;.*)?");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}_$]+");

    private final List<Program> programs = new ArrayList<>();

    /** A program, or a view that leads to one; {@code calledBy} is the word that a statement has which runs it. */
    private record Program(String text, String calledBy, Set<String> words) {}

    void add(String sql) {
        String text = plain(sql);
        Matcher definition = DEFINITION.matcher(text);
        if (definition.matches()) {
            Matcher table = TRIGGER_TABLE.matcher(text);
            boolean trigger = definition.group(1).equals("trigger") && table.matches();
            programs.add(new Program(text, lastWord(trigger ? table.group(1) : definition.group(2)), words(text)));
        }
    }

    /** Whether a statement belongs to a program that the statement {@code caller} runs, itself or through others. */
    boolean has(String caller, String sql) {
        String text = plain(sql);
        boolean defines = DEFINITION.matcher(plain(caller)).matches();
        return !defines
                && programs.stream().anyMatch(program -> contains(program.text(), text))
                && calledBy(caller).stream().anyMatch(program -> contains(program.text(), text));
    }

    private List<Program> calledBy(String caller) {
        Set<String> reached = new HashSet<>(words(plain(caller)));
        List<Program> called = new ArrayList<>();
        boolean grows = true;
        while (grows) {
            List<Program> more = programs.stream()
                    .filter(program -> !called.contains(program) && reached.contains(program.calledBy()))
                    .toList();
            called.addAll(more);
            more.forEach(program -> reached.addAll(program.words()));
            grows = !more.isEmpty();
        }
        return called;
    }

    private static boolean contains(String program, String statement) {
        int at = statement.isEmpty() ? -1 : program.indexOf(statement);
        while (at >= 0) {
            if (END_OF_STATEMENT
                    .matcher(program.substring(at + statement.length()))
                    .matches()) {
                return true;
            }
            at = program.indexOf(statement, at + 1);
        }
        return false;
    }

    private static String plain(String sql) {
        return BLANKS.matcher(sql).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }

    private static Set<String> words(String text) {
        return Set.copyOf(List.of(NO_WORD.split(text)).stream().distinct().toList());
    }

    /** Of {@code `d`.`t`} it is {@code t}. */
    private static String lastWord(String name) {
        String[] words = NO_WORD.split(name);
        return words.length == 0 ? name : words[words.length - 1];
    }
}
