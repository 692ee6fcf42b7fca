package dev.mysqlsmith.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Goes over a script once and cuts it at its delimiters. */
final class ScriptScanner {
    private static final Pattern DELIMITER = Pattern.compile("(?i)(?:--\\s?)?delimiter[ \\t]+(\\S+)[^\\n]*");
    private static final Pattern TEST_COMMAND = Pattern.compile("--[ \\t]?[a-z_]\\w*[^\\n]*");

    private final String text;
    private final List<SqlScript.Statement> statements = new ArrayList<>();
    private String delimiter = ";";
    private int at;
    /** Where the statement begins that is being read; negative between statements. */
    private int begin = -1;
    /** Behind the last character of it that is neither blank nor of a comment at its end. */
    private int end;

    private int line = 1;
    private int lineStart;
    private int counted;

    ScriptScanner(String text) {
        this.text = text;
    }

    List<SqlScript.Statement> statements() {
        while (at < text.length()) {
            if (text.startsWith(delimiter, at)) {
                endStatement();
                at += delimiter.length();
            } else if (begin >= 0 || !readClientCommand()) {
                readPiece();
            }
        }
        endStatement();
        return statements;
    }

    /** Commands of the client and of mysqltest stand between statements, at the start of a line. */
    private boolean readClientCommand() {
        if (at > 0 && text.charAt(at - 1) != '\n') {
            return false;
        }
        Matcher command = DELIMITER.matcher(text).region(at, text.length());
        if (command.lookingAt()) {
            String wanted = command.group(1);
            // mysqltest ends the command itself with the delimiter that was
            delimiter = wanted.length() > delimiter.length() && wanted.endsWith(delimiter)
                    ? wanted.substring(0, wanted.length() - delimiter.length())
                    : wanted;
            at = command.end();
            return true;
        }
        Matcher test = TEST_COMMAND.matcher(text).region(at, text.length());
        boolean found = !text.startsWith("-- ", at) && test.lookingAt();
        at = found ? test.end() : at;
        return found;
    }

    private void readPiece() {
        char c = text.charAt(at);
        if (c == '#' || isDashComment()) {
            int newline = text.indexOf('\n', at);
            at = newline < 0 ? text.length() : newline;
        } else if (text.startsWith("/*", at)) {
            readBlockComment();
        } else if (c == '\'' || c == '"' || c == '`') {
            readQuoted(c);
        } else {
            at++;
            if (!Character.isWhitespace(c)) {
                mark(at - 1);
            }
        }
    }

    private boolean isDashComment() {
        boolean dashes = text.startsWith("--", at);
        return dashes && (at + 2 == text.length() || Character.isWhitespace(text.charAt(at + 2)));
    }

    private void readBlockComment() {
        int start = at;
        int close = text.indexOf("*/", at + 2);
        if (close < 0) {
            throw unended("comment", start);
        }
        at = close + 2;
        boolean executed = start + 2 < text.length() && "!+".indexOf(text.charAt(start + 2)) >= 0;
        if (executed || text.startsWith("/*M!", start)) {
            mark(start);
        }
    }

    private void readQuoted(char quote) {
        int start = at++;
        while (at < text.length() && text.charAt(at) != quote) {
            at += text.charAt(at) == '\\' && quote != '`' ? 2 : 1;
        }
        if (at >= text.length()) {
            throw unended("quote " + quote, start);
        }
        at++; // a doubled quote is the start of another quoted piece, which comes to the same
        mark(start);
    }

    /** What was read from {@code start} on belongs to a statement. */
    private void mark(int start) {
        begin = begin < 0 ? start : begin;
        end = at;
    }

    private void endStatement() {
        if (begin >= 0) {
            countLines(begin);
            statements.add(new SqlScript.Statement(text.substring(begin, end), line, begin - lineStart + 1));
        }
        begin = -1;
    }

    private void countLines(int position) {
        for (; counted < position; counted++) {
            if (text.charAt(counted) == '\n') {
                line++;
                lineStart = counted + 1;
            }
        }
    }

    private IllegalArgumentException unended(String what, int start) {
        countLines(start);
        return new IllegalArgumentException(
                "the " + what + " that begins in line " + line + ", column " + (start - lineStart + 1)
                        + " has no end; expected a script of SQL statements");
    }
}
