package dev.mysqlsmith.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATNConfig;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/** Words for what the parser could not go on with. */
final class SyntaxErrors {
    private static final int MOST_NAMED = 6;
    private static final int LONGEST_TEXT = 40;

    private SyntaxErrors() {}

    static SyntaxError describe(ParseCancellationException e) {
        RecognitionException error = (RecognitionException) Objects.requireNonNull(e.getCause());
        IntervalSet types = error instanceof NoViableAltException dead ? expectedAt(dead) : error.getExpectedTokens();
        return at(error.getOffendingToken(), expected(types));
    }

    static SyntaxError tooDeep(Token token) {
        return new SyntaxError(
                token.getLine(),
                token.getCharPositionInLine() + 1,
                text(token),
                "the statement is nested too deep at " + quote(token)
                        + "; it was expected to nest some hundred levels at most");
    }

    static SyntaxError breaching(TokenBuffer tokens, ContextRules.Breach breach) {
        Token token = tokens.get(breach.tokenIndex());
        return new SyntaxError(token.getLine(), token.getCharPositionInLine() + 1, text(token), breach.message());
    }

    static SyntaxError lacking(TokenBuffer tokens, VersionCheck.Lack lack, ServerVersion version) {
        Token token = tokens.get(lack.tokenIndex());
        Gate gate = lack.gate();
        String since = gate.since() == null ? "" : " from " + gate.since() + " on";
        String until = gate.until() == null ? "" : " before " + gate.until();
        return new SyntaxError(
                token.getLine(),
                token.getCharPositionInLine() + 1,
                text(token),
                "the syntax that begins at " + quote(token) + " is not in version " + version + ", only" + since
                        + until);
    }

    private static SyntaxError at(Token token, String expected) {
        String problem =
                token.getType() == MySqlLexer.UNKNOWN_CHARACTER ? problemOf(token) : "unexpected " + quote(token);
        return new SyntaxError(token.getLine(), token.getCharPositionInLine() + 1, text(token), problem + expected);
    }

    private static String problemOf(Token token) {
        return switch (token.getText().charAt(0)) {
            case '\'', '"', '`' ->
                "a text or name starts here that has no closing "
                        + token.getText().charAt(0);
            default -> "the character " + quote(token) + " means nothing here";
        };
    }

    /** What could have followed where the last of the alternatives died. */
    private static IntervalSet expectedAt(NoViableAltException dead) {
        IntervalSet types = new IntervalSet();
        if (dead.getDeadEndConfigs() != null) {
            for (ATNConfig config : dead.getDeadEndConfigs()) {
                types.addAll(MySqlParser._ATN.nextTokens(config.state));
            }
            types.remove(Token.EPSILON);
        }
        return types;
    }

    private static String expected(IntervalSet types) {
        List<String> names = new ArrayList<>();
        boolean name = types.contains(MySqlLexer.IDENT);
        if (name) {
            names.add("a name");
        }
        for (int type : types.toList()) {
            boolean covered =
                    name && (Keywords.isIdentifier(type) || (Keywords.isKeyword(type) && !Keywords.isReserved(type)));
            if (!covered) {
                names.add(display(type));
            }
        }
        if (names.size() > MOST_NAMED) {
            names = new ArrayList<>(names.subList(0, MOST_NAMED));
            names.add("...");
        }
        return names.isEmpty() ? "" : ", expected " + String.join(" or ", names);
    }

    private static String display(int type) {
        return switch (type) {
            case Token.EOF -> "the end";
            case MySqlLexer.STRING -> "a text";
            case MySqlLexer.INT_NUMBER -> "a number";
            default -> {
                String fixed = TokenTexts.fixed(type);
                yield fixed == null ? MySqlLexer.VOCABULARY.getDisplayName(type) : fixed;
            }
        };
    }

    private static String quote(Token token) {
        return token.getType() == Token.EOF ? "end of the statement" : "'" + text(token) + "'";
    }

    private static String text(Token token) {
        if (token.getType() == Token.EOF) {
            return "";
        }
        String text = token.getText();
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "...";
    }
}
