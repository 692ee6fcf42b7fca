package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Element;
import dev.mysqlsmith.grammar.MySqlLexer;
import dev.mysqlsmith.grammar.ParseResult;
import dev.mysqlsmith.grammar.Rule;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.grammar.SqlParser;
import dev.mysqlsmith.grammar.SqlTokens;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.random.Choices;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Leaves: names and values as trees, and the texts of tokens that no binder supplies. */
final class Lexicon {
    private static final int KEPT_TEXTS = 20_000;

    private final ServerVersion version;
    private final Values values;
    private final SqlParser parser;
    private final LeafShapes shapes = new LeafShapes();
    private final List<Map<String, SyntaxTree.Node>> leaves = new ArrayList<>();
    private final Map<String, SyntaxTree.Node> constants = new HashMap<>();
    private final Wrapping wrapping = new Wrapping();
    private int kept;

    Lexicon(ServerVersion version, Values values) {
        this.version = version;
        this.values = values;
        this.parser = new SqlParser(version, Set.of());
    }

    Values values() {
        return values;
    }

    /** The tree of {@code rule} with the text {@code sql}: a name or a value, a few tokens long. */
    SyntaxTree.Node leaf(Rule rule, String sql) {
        while (leaves.size() <= rule.index()) {
            leaves.add(new HashMap<>());
        }
        SyntaxTree.Node leaf = leaves.get(rule.index()).get(sql);
        return leaf != null ? leaf : keep(rule, sql, make(rule, sql));
    }

    private SyntaxTree.Node keep(Rule rule, String sql, SyntaxTree.Node leaf) {
        if (kept++ > KEPT_TEXTS) {
            leaves.forEach(Map::clear);
            kept = 0;
        }
        leaves.get(rule.index()).put(sql, leaf);
        return leaf;
    }

    private SyntaxTree.Node make(Rule rule, String sql) {
        List<SyntaxTree.Token> words = words(sql);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("'" + sql + "' has no tokens, a tree of rule '" + rule + "' wants some");
        }
        return shapes.tree(rule, words);
    }

    /** Most values are small whole numbers or short texts: these need no lexer. */
    private List<SyntaxTree.Token> words(String sql) {
        if (isSmallNumber(sql)) {
            return List.of(new SyntaxTree.Token(MySqlLexer.INT_NUMBER, sql));
        }
        return isPlainText(sql) ? List.of(new SyntaxTree.Token(MySqlLexer.STRING, sql)) : SqlTokens.of(sql, version);
    }

    /** Whether it is one text in quotes that has neither a quote nor a backslash inside. */
    private static boolean isPlainText(String sql) {
        return sql.length() > 1
                && sql.charAt(0) == '\''
                && sql.indexOf('\'', 1) == sql.length() - 1
                && sql.indexOf('\\') < 0;
    }

    private static boolean isSmallNumber(String sql) {
        for (int i = 0; i < sql.length(); i++) {
            if (sql.charAt(i) < '0' || sql.charAt(i) > '9') {
                return false;
            }
        }
        return !sql.isEmpty() && sql.length() < 9;
    }

    Wrapping wrapping() {
        return wrapping;
    }

    /** The tree of a constant expression, of any form and size, of the data files: parsed once. */
    SyntaxTree.Node constant(String sql) {
        if (constants.size() > KEPT_TEXTS) {
            constants.clear();
        }
        return constants.computeIfAbsent(sql, this::expression);
    }

    /** The tree of a constant of that form: the data file's expression is parsed once, then only its shapes are drawn. */
    SyntaxTree.Node constant(String form, Choices choices) {
        String template = values.template(form, choices);
        SyntaxTree.Node tree = constant(template);
        return ShapeText.isMarked(template) ? (SyntaxTree.Node) filled(tree, choices) : tree;
    }

    private static SyntaxTree filled(SyntaxTree tree, Choices choices) {
        if (tree instanceof SyntaxTree.Token token) {
            return ShapeText.isMarked(token.text())
                    ? new SyntaxTree.Token(token.type(), ShapeText.fill(token.text(), choices))
                    : token;
        }
        SyntaxTree.Node node = (SyntaxTree.Node) tree;
        List<SyntaxTree> children = new ArrayList<>(node.children().size());
        for (SyntaxTree child : node.children()) {
            children.add(filled(child, choices));
        }
        return new SyntaxTree.Node(node.rule(), children);
    }

    /** The tree of an expression of any form, parsed each time: for the few that no binder makes. */
    SyntaxTree.Node expression(String sql) {
        if (!(parser.parse("DO " + sql) instanceof ParseResult.Parsed parsed)) {
            throw new IllegalArgumentException("'" + sql + "' is no expression");
        }
        SyntaxTree.Node item = ((SyntaxTree.Node) parsed.tree().children().get(0))
                .children("selectItem")
                .get(0);
        return item.children("expression").get(0);
    }

    /** {@code inner} as a tree of {@code rule}: with the nodes that stand between the two. */
    SyntaxTree.Node wrap(Rule rule, SyntaxTree.Node inner) {
        return shapes.wrap(rule, inner);
    }

    /** A text for a token that stands in {@code within}. */
    String text(Element.TokenReference token, Rule within, Context context, Choices choices) {
        return switch (token.type()) {
            case MySqlLexer.STRING -> string(within, context, choices);
            case MySqlLexer.INT_NUMBER -> integer(within, choices);
            case MySqlLexer.DECIMAL_NUMBER -> choices.oneOf("0.1", "1.5", "2.00", "10.25", "0.0", "99999.999");
            case MySqlLexer.FLOAT_NUMBER -> choices.oneOf("1e0", "2.5e1", "1e-3", "0e0");
            case MySqlLexer.HEX_NUMBER -> choices.oneOf("0x00", "x'61'", "0x4142", "x''", "0xff");
            case MySqlLexer.BIT_NUMBER -> choices.oneOf("b'0'", "b'1'", "b'101'", "0b11");
            case MySqlLexer.USER_VARIABLE -> "@v" + choices.between(1, 3);
            case MySqlLexer.QUERY_BLOCK, MySqlLexer.TABLE_BLOCK -> choices.oneOf("@n1", "@n2", "@`select#1`");
            case MySqlLexer.UNREADABLE_HINTS -> choices.oneOf("/*+ */", "/*+ n1 */");
            case MySqlLexer.UNDERSCORE_CHARSET ->
                context.expected() == Type.BYTES ? "_binary" : choices.oneOf("_utf8mb4", "_latin1");
            case MySqlLexer.NCHAR_STRING -> "N" + values.constant("string", choices);
            case MySqlLexer.DOLLAR_QUOTED -> "$$ return " + choices.between(1, 3) + " $$";
            case MySqlLexer.QUOTED_IDENT -> "`q" + choices.between(1, 3) + "`";
            default -> "n" + choices.between(1, 3);
        };
    }

    private String string(Rule within, Context context, Choices choices) {
        return switch (within.name()) {
            case "textString", "jsonPath" -> values.constant("path", choices);
            case "commentText" -> "'note'";
            default ->
                switch (context.expected()) {
                    case TEMPORAL -> values.constant(choices.chance(0.5) ? "date" : "datetime", choices);
                    case JSON -> values.constant("json", choices);
                    default -> values.constant("string", choices);
                };
        };
    }

    private static String integer(Rule within, Choices choices) {
        return switch (within.name()) {
            case "fractionalSecondsNumber" -> Integer.toString(choices.below(7));
            case "lengthNumber" -> Integer.toString(choices.between(1, 100));
            case "precisionNumber" -> Integer.toString(choices.between(5, 30));
            case "partitionKeyAlgorithm" -> Integer.toString(choices.between(1, 2));
            case "scaleNumber" -> Integer.toString(choices.between(0, 5));
            case "limitNumber", "countNumber", "windowOffset" -> Integer.toString(choices.between(1, 10));
            case "integerLiteral" ->
                choices.chance(0.03)
                        ? choices.oneOf(
                                "2147483647", "4294967295", "9223372036854775807", "18446744073709551615", "65535")
                        : Integer.toString(choices.chance(0.8) ? choices.below(12) : choices.below(300));
            default -> Integer.toString(choices.below(10));
        };
    }
}
