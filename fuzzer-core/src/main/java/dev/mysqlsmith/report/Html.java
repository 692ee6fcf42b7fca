package dev.mysqlsmith.report;

/** Text as HTML. */
final class Html {
    private Html() {}

    /** With all that means something in HTML, in text and in attributes, taken for itself; control characters are left out. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> append(escaped, c));
        return escaped.toString();
    }

    /** A link where the text is an address of the web, else the text. */
    static String link(String text) {
        String shown = escape(text);
        return text.matches("https?://\\S+") ? "<a href=\"" + shown + "\">" + shown + "</a>" : shown;
    }

    private static void append(StringBuilder escaped, int c) {
        switch (c) {
            case '&' -> escaped.append("&amp;");
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '"' -> escaped.append("&quot;");
            case '\'' -> escaped.append("&#39;");
            default -> {
                boolean control = Character.isISOControl(c) && c != '\n' && c != '\t';
                boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
                escaped.appendCodePoint(control || half ? 0xFFFD : c);
            }
        }
    }
}
