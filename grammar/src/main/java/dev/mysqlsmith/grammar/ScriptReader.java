package dev.mysqlsmith.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Splits a script into statements as the mysql client does: at the delimiter, at {@code \G} and {@code \g}; not inside
 * texts, quoted names and comments. It knows no grammar, so that it splits statements that the parser rejects as well.
 */
public final class ScriptReader {
    private static final String DELIMITER_COMMAND = "delimiter";

    private final String script;
    private final boolean backslashEscapes;
    private final List<ScriptStatement> statements = new ArrayList<>();
    private String delimiter = ";";
    private int at;
    private int begin;
    private int line = 1;
    private int lineCountedTo;
    /** Whether the text since {@link #begin} has more than blanks and comments. */
    private boolean hasCode;

    private ScriptReader(String script, Set<SqlMode> modes) {
        this.script = script;
        this.backslashEscapes = !modes.contains(SqlMode.NO_BACKSLASH_ESCAPES);
    }

    /** The statements of {@code script} in their order; comments with nothing behind them are left out. */
    public static List<ScriptStatement> read(String script, Set<SqlMode> modes) {
        return new ScriptReader(script, modes).read();
    }

    private List<ScriptStatement> read() {
        while (at < script.length()) {
            if (!hasCode && isLineCommand(DELIMITER_COMMAND)) {
                delimiterCommand();
            } else if (!hasCode && isLineCommand("use")) {
                useCommand();
            } else {
                step();
            }
        }
        end(0);
        return List.copyOf(statements);
    }

    private void step() {
        char c = script.charAt(at);
        if (script.startsWith(delimiter, at)) {
            end(delimiter.length());
        } else if (c == '\\' && (follows('G') || follows('g'))) {
            end(2);
        } else if (c == '\'' || c == '"' || c == '`') {
            hasCode = true;
            at = endOfQuoted(at);
        } else if (c == '$' && endOfDollarQuoted() > 0) {
            hasCode = true;
            at = endOfDollarQuoted();
        } else if (c == '#' || isDashComment()) {
            at = endOfLine();
        } else if (c == '/' && follows('*')) {
            comment();
        } else {
            hasCode |= !Character.isWhitespace(c);
            at++;
        }
    }

    /** Ends the statement here; the next begins {@code skip} characters on. */
    private void end(int skip) {
        int first = begin;
        while (first < at && Character.isWhitespace(script.charAt(first))) {
            first++;
        }
        if (hasCode) {
            statements.add(new ScriptStatement(script.substring(first, at).stripTrailing(), lineOf(first)));
        }
        at += skip;
        begin = at;
        hasCode = false;
    }

    private int lineOf(int position) {
        while (lineCountedTo < position) {
            if (script.charAt(lineCountedTo++) == '\n') {
                line++;
            }
        }
        return line;
    }

    /** A comment ends where it ends, one with code in it where no text or name of that code is open. */
    private void comment() {
        boolean code = script.startsWith("/*!", at);
        hasCode |= code;
        at += 2;
        while (at < script.length() && !script.startsWith("*/", at)) {
            char c = script.charAt(at);
            at = code && (c == '\'' || c == '"' || c == '`') ? endOfQuoted(at) : at + 1;
        }
        at = Math.min(at + 2, script.length());
    }

    private int endOfQuoted(int from) {
        char quote = script.charAt(from);
        for (int i = from + 1; i < script.length(); i++) {
            char c = script.charAt(i);
            if (c == '\\' && backslashEscapes && quote != '`') {
                i++;
            } else if (c == quote) {
                return i + 1;
            }
        }
        return script.length();
    }

    /** Behind {@code $tag$ text $tag$} here, or 0. */
    private int endOfDollarQuoted() {
        int tagEnd = at + 1;
        while (tagEnd < script.length() && Character.isUnicodeIdentifierPart(script.charAt(tagEnd))) {
            tagEnd++;
        }
        boolean inName = at > begin && Character.isUnicodeIdentifierPart(script.charAt(at - 1));
        if (inName || tagEnd == script.length() || script.charAt(tagEnd) != '$') {
            return 0;
        }
        String tag = script.substring(at, tagEnd + 1);
        int close = script.indexOf(tag, tagEnd + 1);
        return close < 0 ? 0 : close + tag.length();
    }

    private void delimiterCommand() {
        int end = endOfLine();
        String argument =
                script.substring(at + DELIMITER_COMMAND.length(), end).strip().split("\\s", 2)[0];
        if (!argument.isEmpty()) {
            delimiter = argument;
        }
        at = end;
        begin = at;
    }

    /** USE needs no delimiter: the client takes the line. */
    private void useCommand() {
        int end = endOfLine();
        hasCode = true;
        if (script.substring(at, end).contains(delimiter)) {
            at++;
            return;
        }
        at = end;
        end(0);
    }

    private boolean isLineCommand(String word) {
        return script.regionMatches(true, at, word, 0, word.length())
                && at + word.length() < script.length()
                && (script.charAt(at + word.length()) == ' ' || script.charAt(at + word.length()) == '\t')
                && script.substring(script.lastIndexOf('\n', at) + 1, at).isBlank();
    }

    private boolean isDashComment() {
        return script.startsWith("--", at) && (at + 2 == script.length() || script.charAt(at + 2) <= ' ');
    }

    private boolean follows(char c) {
        return at + 1 < script.length() && script.charAt(at + 1) == c;
    }

    private int endOfLine() {
        int end = script.indexOf('\n', at);
        return end < 0 ? script.length() : end;
    }
}
