package dev.mysqlsmith.execute;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** JSON documents in one form: members by their keys, numbers by their value, binary strings without the type of their column. */
final class JsonForm {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** A double holds 15 digits surely. */
    private static final MathContext DIGITS = new MathContext(15);

    /** The number in it says of which type a column was; that of a TINYBLOB is another one in a temporary table. */
    private static final Pattern BINARY = Pattern.compile("^base64:type\\d+:");

    private JsonForm() {}

    /** The document in that form; the text as it is where it is no document. */
    static String of(String text) {
        try {
            StringBuilder form = new StringBuilder();
            write(JSON.readTree(text), form);
            return form.toString();
        } catch (JsonProcessingException e) {
            return text;
        }
    }

    private static void write(JsonNode node, StringBuilder form) {
        if (node.isObject()) {
            Map<String, JsonNode> members = new TreeMap<>();
            node.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
            form.append('{');
            members.forEach((key, value) -> {
                form.append(JSON.getNodeFactory().textNode(key)).append(':');
                write(value, form);
                form.append(',');
            });
            form.append('}');
        } else if (node.isArray()) {
            form.append('[');
            node.forEach(element -> {
                write(element, form);
                form.append(',');
            });
            form.append(']');
        } else {
            form.append(node.isNumber() ? number(node) : node.isTextual() ? text(node) : node.toString());
        }
    }

    private static String text(JsonNode node) {
        return JSON.getNodeFactory()
                .textNode(BINARY.matcher(node.textValue()).replaceFirst("base64:"))
                .toString();
    }

    private static String number(JsonNode node) {
        BigDecimal exact = node.decimalValue();
        BigDecimal number = node.isIntegralNumber() ? exact : exact.round(DIGITS);
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toString();
    }
}
