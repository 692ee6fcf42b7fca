package dev.mysqlsmith.grammar;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.WritableToken;
import org.antlr.v4.runtime.misc.Interval;

/**
 * The lexer as a server of a version and sql_mode has it: finds keywords, function names, introducers, comments that are
 * code, and the places where optimizer hints stand.
 */
final class SqlLexer extends MySqlLexer {
    private static final Map<Integer, Map<String, Integer>> KEYWORDS = new ConcurrentHashMap<>();
    private static final Set<Integer> BEFORE_HINTS = Set.of(SELECT, INSERT, REPLACE, UPDATE, DELETE);

    private final ServerVersion version;
    private final Set<SqlMode> modes;
    private final Map<String, Integer> keywords;
    private final BlockComments comments;
    private final PositionCalls positionCalls = new PositionCalls();
    private int previousType = Token.EOF;
    private int previousStop = -1;
    private boolean inHints;
    private boolean hintsAreKnown;

    SqlLexer(CharStream input, ServerVersion version, Set<SqlMode> modes) {
        super(input);
        this.version = version;
        this.modes = modes;
        this.keywords = KEYWORDS.computeIfAbsent(version.number(), number -> Keywords.of(version));
        this.comments = new BlockComments(version.number());
        removeErrorListeners();
    }

    /** For the text of optimizer hints alone, with their brackets. */
    static SqlLexer ofHints(String hints, ServerVersion version, Set<SqlMode> modes) {
        SqlLexer lexer = new SqlLexer(CharStreams.fromString(hints), version, modes);
        lexer.previousType = SELECT;
        lexer.hintsAreKnown = true;
        return lexer;
    }

    @Override
    public Token nextToken() {
        Token token = rawToken();
        while (token.getChannel() != Token.DEFAULT_CHANNEL) {
            if (inHints && token.getType() == LINE_COMMENT) {
                ((WritableToken) token).setType(UNKNOWN_CHARACTER); // hints have no comments
                break;
            }
            token = rawToken();
        }
        int type = positionCalls.typeOf(token.getType());
        if (type != token.getType()) {
            ((WritableToken) token).setType(type);
        }
        previousType = type;
        previousStop = token.getStopIndex();
        return token;
    }

    private Token rawToken() {
        if (_mode == DEFAULT_MODE) {
            skipTrivia();
            int next = _input.LA(1);
            if (next == '.' && beginsQualified()) {
                _mode = QUALIFIER;
            } else if (next == '/' && beginsHints()) {
                String hints = BlockComments.text(_input);
                if (!hintsAreKnown && !hints.isEmpty() && !HintReader.reads(hints, version, modes)) {
                    return take(UNREADABLE_HINTS, hints.codePointCount(0, hints.length()));
                }
                _mode = HINT_BRACKETS;
                inHints = true;
            } else if (next == '*' && inHints && _input.LA(2) == '/') {
                _mode = HINT_BRACKETS;
                inHints = false;
            } else if ((next == '\'' || next == '"') && modes.contains(SqlMode.NO_BACKSLASH_ESCAPES)) {
                return plainString(next);
            } else if (next == '$' && version.number() >= 80034) {
                int length = dollarQuotedLength();
                if (length > 0) {
                    return take(DOLLAR_QUOTED, length);
                }
            }
        }
        return super.nextToken();
    }

    /** Whitespace, comments, and the brackets of comments that are code. */
    private void skipTrivia() {
        while (true) {
            int next = _input.LA(1);
            if (next == ' ' || next == '\n' || next == '\t' || next == '\r' || next == '\f' || next == 0x0B) {
                getInterpreter().consume(_input);
            } else if (next == '/' && _input.LA(2) == '*') {
                int length = inHints || beginsHints() ? 0 : comments.open(_input);
                if (length == 0) {
                    return;
                }
                consume(length);
            } else if (next == '*' && _input.LA(2) == '/' && !inHints && comments.close()) {
                consume(2);
            } else {
                return;
            }
        }
    }

    private boolean beginsHints() {
        return !inHints && BEFORE_HINTS.contains(previousType) && BlockComments.isAt(_input, "/*+");
    }

    /** A dot directly before a word: what follows is a name, even where it looks like a keyword or a number. */
    private boolean beginsQualified() {
        int next = _input.LA(2);
        if (next >= '0' && next <= '9') {
            return previousStop == _input.index() - 1
                    && (Keywords.isIdentifier(previousType) || Keywords.isKeyword(previousType));
        }
        return next == '_' || next == '$' || next >= 0x80 || Character.isLetter(next);
    }

    @Override
    public Token emit() {
        switch (_type) {
            case IDENT -> {
                _text = _input.getText(Interval.of(_tokenStartCharIndex, _input.index() - 1));
                if (previousType != DOT || previousStop != _tokenStartCharIndex - 1) {
                    _type = wordType(_text);
                }
            }
            case USER_VARIABLE -> _type = inHints ? blockType() : USER_VARIABLE;
            case DOUBLE_QUOTED -> _type = modes.contains(SqlMode.ANSI_QUOTES) ? QUOTED_IDENT : STRING;
            case BAR_BAR -> _type = modes.contains(SqlMode.PIPES_AS_CONCAT) ? PIPES_CONCAT : BAR_BAR;
            default -> _text = TokenTexts.sign(_type);
        }
        return super.emit();
    }

    /** In hints: the query block of the table whose name stands directly before it, or any other one. */
    private int blockType() {
        boolean table = Keywords.isIdentifier(previousType) && previousStop == _tokenStartCharIndex - 1;
        return table ? TABLE_BLOCK : QUERY_BLOCK;
    }

    private int wordType(String word) {
        if (inHints) {
            return Keywords.inHints(word);
        }
        Integer keyword = keywords.get(Keywords.upperCase(word));
        if (keyword == null) {
            boolean introduces = word.charAt(0) == '_' && Keywords.isCharset(Keywords.lowerCase(word.substring(1)));
            return introduces ? UNDERSCORE_CHARSET : IDENT;
        }
        if (keyword == NOT && modes.contains(SqlMode.HIGH_NOT_PRECEDENCE)) {
            return NOT2;
        }
        return Keywords.isFunctionWord(keyword) && !parenthesisFollows() ? IDENT : keyword;
    }

    private boolean parenthesisFollows() {
        int ahead = 1;
        if (modes.contains(SqlMode.IGNORE_SPACE)) {
            while (Character.isWhitespace(_input.LA(ahead))) {
                ahead++;
            }
        }
        return _input.LA(ahead) == '(';
    }

    /** A string in which a backslash means itself; a quote that does not end is left to the rules. */
    private Token plainString(int quote) {
        int length = 1;
        while (_input.LA(length + 1) != IntStream.EOF) {
            length++;
            if (_input.LA(length) == quote) {
                if (_input.LA(length + 1) != quote) {
                    boolean name = quote == '"' && modes.contains(SqlMode.ANSI_QUOTES);
                    return take(name ? QUOTED_IDENT : STRING, length);
                }
                length++;
            }
        }
        return take(UNKNOWN_CHARACTER, length);
    }

    /** The length of a text between {@code $tag$} and the same again, or 0. */
    private int dollarQuotedLength() {
        int tag = 2;
        while (_input.LA(tag) != '$') {
            int next = _input.LA(tag);
            if (next < 0x80 && !Character.isLetterOrDigit(next) && next != '_') {
                return 0;
            }
            tag++;
        }
        for (int at = tag + 1; _input.LA(at) != IntStream.EOF; at++) {
            int same = 0;
            while (same < tag && _input.LA(at + same) == _input.LA(1 + same)) {
                same++;
            }
            if (same == tag) {
                return at + tag - 1;
            }
        }
        return 0;
    }

    private Token take(int type, int length) {
        int start = _input.index();
        int line = getLine();
        int column = getCharPositionInLine();
        consume(length);
        return _factory.create(
                _tokenFactorySourcePair, type, null, Token.DEFAULT_CHANNEL, start, start + length - 1, line, column);
    }

    private void consume(int length) {
        for (int i = 0; i < length; i++) {
            getInterpreter().consume(_input);
        }
    }
}
