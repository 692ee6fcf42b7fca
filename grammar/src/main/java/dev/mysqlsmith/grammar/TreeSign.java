package dev.mysqlsmith.grammar;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for in trees: a node of {@code rule}; if there is a {@code symbol}, one with that child, so that an
 * alternative or a part of it that mentions the symbol was used; if there is a {@code text}, one whose first token (or its
 * child's) is that.
 *
 * @param text in upper case; one that ends in * is a beginning
 */
public record TreeSign(
        Rule rule,
        Element.@Nullable Symbol symbol,
        @Nullable String text) {
    private static final Pattern FORM = Pattern.compile("(\\w+)(?:/('[^']+'|\\w+))?(?:=(\\S+))?");

    /**
     * Reads {@code RULE[/SYMBOL][=TEXT]}.
     *
     * @throws IllegalArgumentException where it has another form, or names what the grammar has not
     */
    public static TreeSign read(String sign) {
        Matcher parts = FORM.matcher(sign);
        if (!parts.matches()) {
            throw new IllegalArgumentException("'" + sign + "': expected RULE[/SYMBOL][=TEXT]");
        }
        Rule rule = rule(sign, parts.group(1));
        String text = parts.group(3);
        return new TreeSign(
                rule,
                parts.group(2) == null ? null : symbol(sign, rule, parts.group(2)),
                text == null ? null : text.toUpperCase(Locale.ROOT));
    }

    private static Rule rule(String sign, String name) {
        GrammarModel model = GrammarModel.mysql();
        if (!model.hasRule(name)) {
            List<String> names = model.rules().stream().map(Rule::name).toList();
            throw wrong(sign, "the grammar has no rule '" + name + "'; nearest is '" + Nearest.to(name, names) + "'");
        }
        return model.rule(name);
    }

    private static Element.Symbol symbol(String sign, Rule rule, String name) {
        Map<String, Element.Symbol> symbols = new LinkedHashMap<>();
        rule.alternatives().forEach(alternative -> collect(alternative.body(), symbols));
        Element.Symbol symbol = symbols.get(name);
        if (symbol == null) {
            String nearest = Nearest.to(name, symbols.keySet());
            throw wrong(sign, "rule '" + rule + "' has no '" + name + "'; nearest is '" + nearest + "'");
        }
        return symbol;
    }

    private static void collect(Element element, Map<String, Element.Symbol> symbols) {
        if (element instanceof Element.Symbol symbol) {
            symbols.putIfAbsent(symbol.name(), symbol);
        } else if (element instanceof Element.Sequence sequence) {
            sequence.elements().forEach(inner -> collect(inner, symbols));
        } else if (element instanceof Element.Block block) {
            block.alternatives().forEach(inner -> collect(inner.body(), symbols));
        } else if (element instanceof Element.Optional optional) {
            collect(optional.body(), symbols);
        } else if (element instanceof Element.Repetition repetition) {
            collect(repetition.body(), symbols);
        }
    }

    private static IllegalArgumentException wrong(String sign, String why) {
        return new IllegalArgumentException("'" + sign + "': " + why);
    }

    /** Whether a node of the rule is one. */
    public boolean isOn(SyntaxTree.Node node) {
        if (symbol == null) {
            return hasText(node);
        }
        for (SyntaxTree child : node.children()) {
            if (isSymbol(child) && hasText(child)) {
                return true;
            }
        }
        return false;
    }

    private boolean isSymbol(SyntaxTree child) {
        if (symbol instanceof Element.RuleReference reference) {
            return child instanceof SyntaxTree.Node node && node.rule() == reference.rule();
        }
        return child instanceof SyntaxTree.Token token
                && symbol instanceof Element.TokenReference reference
                && token.type() == reference.type();
    }

    private boolean hasText(SyntaxTree tree) {
        if (text == null) {
            return true;
        }
        SyntaxTree first = tree;
        while (first instanceof SyntaxTree.Node node) {
            if (node.children().isEmpty()) {
                return false;
            }
            first = node.children().get(0);
        }
        String word = ((SyntaxTree.Token) first).text();
        int length = text.length() - 1;
        return text.endsWith("*") ? word.regionMatches(true, 0, text, 0, length) : word.equalsIgnoreCase(text);
    }
}
