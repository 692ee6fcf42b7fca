package dev.mysqlsmith.script;

import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits a test of mysqltest into its commands and statements: a line after {@code --}, or what ends at the delimiter. Blocks
 * of {@code if} and {@code while} and the text of files and programs are one command with what they hold.
 */
final class MysqltestCommands {
    private static final Pattern BLOCK = Pattern.compile("(?i)(if|while)\\s*\\(");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][\\w-]*");
    private static final Set<String> WITH_TEXT = Set.of("perl", "write_file", "append_file");

    private final String text;
    private String delimiter = ";";
    private int at;

    MysqltestCommands(String text) {
        this.text = text;
    }

    /**
     * One of them.
     *
     * @param dashed whether it is a line after {@code --}, so that it can't be a statement
     * @param word the first word in lower case; empty where it begins with something else
     * @param text all of it, without dashes and delimiter
     */
    record Command(boolean dashed, String word, String text) {

        /** What stands behind the word. */
        String argument() {
            return text.substring(word.length()).strip();
        }
    }

    boolean hasNext() {
        skipBlanks();
        return at < text.length();
    }

    /** @throws NoSuchElementException at the end */
    Command next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the test has no further command");
        }
        if (text.startsWith("--", at)) {
            int end = endOfLine();
            Command command = command(true, text.substring(at + 2, end).strip());
            at = end;
            return effective(command);
        }
        if (text.charAt(at) == '}') {
            at++;
            return new Command(true, "}", "}");
        }
        Matcher block = BLOCK.matcher(text).region(at, text.length());
        if (block.lookingAt()) {
            skipBlock(block.end());
            return new Command(true, block.group(1).toLowerCase(Locale.ROOT), block.group(1));
        }
        int end = endOfStatement();
        Command command = command(false, text.substring(at, end).strip());
        at = Math.min(text.length(), end + delimiter.length());
        return effective(command);
    }

    /** What changes how the rest is read. */
    private Command effective(Command command) {
        if (command.word().equals("delimiter") && !command.argument().isEmpty()) {
            delimiter = command.argument();
        } else if (WITH_TEXT.contains(command.word())) {
            skipText(command);
        }
        return command;
    }

    private static Command command(boolean dashed, String text) {
        Matcher word = WORD.matcher(text);
        return new Command(dashed, word.lookingAt() ? word.group().toLowerCase(Locale.ROOT) : "", text);
    }

    private void skipBlanks() {
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else if (text.charAt(at) == '#') {
                at = endOfLine();
            } else {
                return;
            }
        }
    }

    private int endOfLine() {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private int endOfStatement() {
        int i = at;
        while (i < text.length() && !text.startsWith(delimiter, i)) {
            char c = text.charAt(i);
            i = c == '\'' || c == '"' || c == '`' ? endOfQuoted(i) : i + 1;
        }
        return i;
    }

    private int endOfQuoted(int from) {
        char quote = text.charAt(from);
        for (int i = from + 1; i < text.length(); i++) {
            if (text.charAt(i) == '\\' && quote != '`') {
                i++;
            } else if (text.charAt(i) == quote) {
                return i + 1;
            }
        }
        return text.length();
    }

    /** A condition in brackets, then commands in braces. */
    private void skipBlock(int behindBracket) {
        int open = 1;
        at = behindBracket;
        while (at < text.length() && open > 0) {
            char c = text.charAt(at);
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
            at = c == '\'' || c == '"' || c == '`' ? endOfQuoted(at) : at + 1;
        }
        skipBlanks();
        if (at < text.length() && text.charAt(at) == '{') {
            at++;
            while (hasNext() && !next().word().equals("}")) {
                // what a block holds depends on its condition
            }
        }
    }

    /** Lines up to one that is the last word of the command, or EOF. */
    private void skipText(Command command) {
        String[] words = command.argument().split("\\s+");
        boolean named = words.length > (command.word().equals("perl") ? 0 : 1) && !words[0].isEmpty();
        String last = named ? words[words.length - 1] : "EOF";
        Matcher end = Pattern.compile("(?m)^" + Pattern.quote(last) + "\\s*$").matcher(text);
        at = end.find(at) ? end.end() : text.length();
    }
}
