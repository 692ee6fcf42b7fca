package dev.mysqlsmith.grammar;

import org.antlr.v4.runtime.Vocabulary;
import org.jspecify.annotations.Nullable;

/** The texts of tokens that always look the same: keywords and punctuation. */
final class TokenTexts {
    private static final @Nullable String[] FIXED = fixedTexts(MySqlLexer.VOCABULARY);

    private static final SyntaxTree.@Nullable Token[] TOKENS = tokens();

    private TokenTexts() {}

    /** The token that always has the same text, or null. */
    static SyntaxTree.@Nullable Token fixedToken(int type) {
        return type < 0 ? new SyntaxTree.Token(type, "") : TOKENS[type];
    }

    private static SyntaxTree.@Nullable Token[] tokens() {
        SyntaxTree.@Nullable Token[] tokens = new SyntaxTree.Token[FIXED.length];
        for (int type = 0; type < tokens.length; type++) {
            String text = FIXED[type];
            tokens[type] = text == null ? null : new SyntaxTree.Token(type, text);
        }
        return tokens;
    }

    /** The text, or null for an identifier, a number, a string. */
    static @Nullable String fixed(int type) {
        return type < 0 ? "" : FIXED[type];
    }

    /** The text of a sign, or null for what has letters in it. */
    static @Nullable String sign(int type) {
        return type < 0 || Keywords.isKeyword(type) || type == MySqlLexer.POSITION_IN ? null : FIXED[type];
    }

    private static @Nullable String[] fixedTexts(Vocabulary vocabulary) {
        @Nullable String[] texts = new String[vocabulary.getMaxTokenType() + 1];
        for (int type = 1; type < texts.length; type++) {
            String literal = vocabulary.getLiteralName(type);
            if (literal != null) {
                texts[type] = literal.substring(1, literal.length() - 1);
            } else if (Keywords.isKeyword(type)) {
                texts[type] = Keywords.text(type);
            }
        }
        texts[MySqlLexer.POSITION_IN] = "IN";
        return texts;
    }
}
