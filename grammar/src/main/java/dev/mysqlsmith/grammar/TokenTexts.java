package dev.mysqlsmith.grammar;

import org.antlr.v4.runtime.Vocabulary;
import org.jspecify.annotations.Nullable;

/** The texts of tokens that always look the same: keywords and punctuation. */
final class TokenTexts {
    private static final @Nullable String[] FIXED = fixedTexts(MySqlLexer.VOCABULARY);

    private TokenTexts() {}

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
