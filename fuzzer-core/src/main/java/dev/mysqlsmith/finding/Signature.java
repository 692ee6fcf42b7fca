package dev.mysqlsmith.finding;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * What makes two failures the same bug: the kind, and a text without anything that varies from run to run or from machine
 * to machine.
 *
 * @param text one line, such as {@code Assertion `is_nullable()' failed in Item_typecast_signed::val_int} or {@code signal 11
 *     in A::f < B::g < C::h}
 */
public record Signature(Kind kind, String text) {
    private static final int SLUG_LENGTH = 60;
    private static final int HASH_BYTES = 4;

    /** A name for a folder, the same on every machine: kind, some words of the text, a short hash of all of it. */
    public String id() {
        String words =
                text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String slug = words.length() <= SLUG_LENGTH
                ? words
                : words.substring(0, SLUG_LENGTH).replaceAll("-[^-]*$", "");
        return kind.text() + "-" + (slug.isEmpty() ? "" : slug + "-") + hash();
    }

    private String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((kind.text() + "\n" + text).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256, which every Java must have", e);
        }
    }

    /** Whether it is the failure that somebody asks for: by its id, by a part of its text, or by all that is shown of it. */
    public boolean isMeantBy(String asked) {
        return id().equals(asked) || text.contains(asked) || toString().equals(asked);
    }

    /** {@code crash: signal 11 in ...}. */
    @Override
    public String toString() {
        return kind.text() + ": " + text;
    }
}
