package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Element;
import dev.mysqlsmith.grammar.GrammarModel;
import dev.mysqlsmith.grammar.Rule;
import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What tells that a statement has a feature: a node of {@code rule}; if there is a {@code symbol}, one with that child, so
 * that an alternative or a part of it that mentions the symbol was used; if there is a {@code text}, one whose first token
 * (or its child's) is that.
 *
 * @param text in upper case; one that ends in * is a beginning
 */
record FeatureSign(
        Rule rule,
        Element.@Nullable Symbol symbol,
        @Nullable String text,
        String feature) {
    private static final Pattern LINE = Pattern.compile("(\\w+)(?:/('[^']+'|\\w+))?(?:=(\\S+))?\\s+(\\S.*)");

    /**
     * The signs of a list: lines {@code RULE[/SYMBOL][=TEXT] feature}; a feature with several lines has one of their signs.
     *
     * @throws IllegalArgumentException where a line names what the grammar has not
     */
    static List<FeatureSign> read(List<String> lines) {
        List<FeatureSign> signs = new ArrayList<>();
        for (String line : lines) {
            signs.add(read(line));
        }
        return signs;
    }

    private static FeatureSign read(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw wrong(line, "expected RULE[/SYMBOL][=TEXT] FEATURE");
        }
        Rule rule = rule(line, parts.group(1));
        String text = parts.group(3);
        return new FeatureSign(
                rule,
                parts.group(2) == null ? null : symbol(line, rule, parts.group(2)),
                text == null ? null : text.toUpperCase(java.util.Locale.ROOT),
                parts.group(4));
    }

    private static Rule rule(String line, String name) {
        GrammarModel model = GrammarModel.mysql();
        if (!model.hasRule(name)) {
            List<String> names = model.rules().stream().map(Rule::name).toList();
            throw wrong(line, "the grammar has no rule '" + name + "'; nearest is '" + Nearest.to(name, names) + "'");
        }
        return model.rule(name);
    }

    private static Element.Symbol symbol(String line, Rule rule, String name) {
        Map<String, Element.Symbol> symbols = new LinkedHashMap<>();
        rule.alternatives().forEach(alternative -> collect(alternative.body(), symbols));
        Element.Symbol symbol = symbols.get(name);
        if (symbol == null) {
            String nearest = Nearest.to(name, symbols.keySet());
            throw wrong(line, "rule '" + rule + "' has no '" + name + "'; nearest is '" + nearest + "'");
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

    private static IllegalArgumentException wrong(String line, String why) {
        return new IllegalArgumentException("features.txt: '" + line + "': " + why);
    }

    /** Whether a node of the rule has it. */
    boolean isOn(SyntaxTree.Node node) {
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
