package dev.mysqlsmith.grammar.build;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.runtime.Token;
import org.antlr.runtime.TokenStream;
import org.antlr.v4.parse.ANTLRParser;
import org.antlr.v4.tool.ast.AltAST;
import org.antlr.v4.tool.ast.GrammarAST;

/**
 * Writes one rule. Left-recursive rules get what ANTLR gives them when it rewrites them (The Definitive ANTLR 4 Reference,
 * section 14.3): an alternative's precedence, and the least precedence that a recursive operand may have.
 */
final class RuleCompiler {
    private static final Pattern GATE =
            Pattern.compile("/\\*\\s*((?:\\d+\\.\\d+\\.\\d+)?\\.\\.(?:\\d+\\.\\d+\\.\\d+)?)\\s*\\*/");
    private static final int PRIMARY = 1_000_000;

    private final TokenStream tokens;
    private final GrammarAST rule;
    private final String name;

    RuleCompiler(TokenStream tokens, GrammarAST rule) {
        this.tokens = tokens;
        this.rule = rule;
        this.name = rule.getChild(0).getText();
    }

    void write(StringBuilder out) {
        GrammarAST block = (GrammarAST) rule.getFirstChildWithType(ANTLRParser.BLOCK);
        List<GrammarAST> alternatives = alternatives(block);
        boolean recursive = alternatives.stream().anyMatch(alternative -> isSelf(first(alternative)));
        out.append("rule ")
                .append(name)
                .append(recursive ? " recursive" : " plain")
                .append('\n');
        for (int i = 0; i < alternatives.size(); i++) {
            alternative(alternatives.get(i), recursive ? alternatives.size() - i : 0, out);
            out.append('\n');
        }
    }

    /** {@code precedence} 0: the rule is not left-recursive, or the alternative is one of an inner block. */
    private void alternative(GrammarAST alternative, int precedence, StringBuilder out) {
        List<GrammarAST> elements = elements(alternative);
        boolean left = precedence > 0 && isSelf(elements.get(0));
        boolean right = precedence > 0 && elements.size() > 1 && isSelf(elements.get(elements.size() - 1));
        boolean rightAssociative = "right".equals(((AltAST) alternative).getOptionString("assoc"));
        int own = precedence > 0 && !left && !right ? PRIMARY : precedence;
        out.append("alt ").append(gate(alternative)).append(' ').append(own).append(' ');
        out.append("seq ").append(elements.size());
        for (int i = 0; i < elements.size(); i++) {
            int least = 0;
            if (left && i == 0) {
                least = rightAssociative ? precedence + 1 : precedence;
            } else if (right && i == elements.size() - 1) {
                least = left && !rightAssociative ? precedence + 1 : precedence;
            }
            element(elements.get(i), least, out);
        }
    }

    private void element(GrammarAST element, int leastPrecedence, StringBuilder out) {
        out.append(' ');
        switch (element.getType()) {
            case ANTLRParser.RULE_REF ->
                out.append("rule ").append(element.getText()).append(' ').append(leastPrecedence);
            case ANTLRParser.TOKEN_REF, ANTLRParser.STRING_LITERAL ->
                out.append("token ").append(element.getText());
            case ANTLRParser.OPTIONAL -> nested("opt", element, out);
            case ANTLRParser.CLOSURE -> nested("any", element, out);
            case ANTLRParser.POSITIVE_CLOSURE -> nested("some", element, out);
            case ANTLRParser.BLOCK -> block(element, out);
            case ANTLRParser.ASSIGN, ANTLRParser.PLUS_ASSIGN ->
                element((GrammarAST) element.getChild(1), leastPrecedence, out);
            default -> throw unusable(element);
        }
    }

    private void nested(String kind, GrammarAST element, StringBuilder out) {
        out.append(kind);
        element((GrammarAST) element.getChild(0), 0, out);
    }

    private void block(GrammarAST block, StringBuilder out) {
        List<GrammarAST> alternatives = alternatives(block);
        out.append("block ").append(alternatives.size());
        for (GrammarAST alternative : alternatives) {
            out.append(' ');
            alternative(alternative, 0, out);
        }
    }

    private static List<GrammarAST> alternatives(GrammarAST block) {
        return block.getAllChildrenWithType(ANTLRParser.ALT);
    }

    private List<GrammarAST> elements(GrammarAST alternative) {
        List<GrammarAST> elements = ((List<?>) alternative.getChildren())
                .stream()
                        .map(GrammarAST.class::cast)
                        .filter(child -> child.getType() != ANTLRParser.ELEMENT_OPTIONS)
                        .toList();
        if (elements.isEmpty() || elements.get(0).getType() == ANTLRParser.EPSILON) {
            throw unusable(alternative);
        }
        return elements;
    }

    private IllegalStateException unusable(GrammarAST node) {
        return new IllegalStateException("rule '" + name + "', line " + node.getLine() + ", '" + node.getText()
                + "': no predicates, actions, sets or empty alternatives here, a generator can't read them");
    }

    private GrammarAST first(GrammarAST alternative) {
        return elements(alternative).get(0);
    }

    private boolean isSelf(GrammarAST element) {
        return element.getType() == ANTLRParser.RULE_REF && element.getText().equals(name);
    }

    /** The versions that have the alternative: the comment that is its first thing, {@code -} where there is none. */
    private String gate(GrammarAST alternative) {
        for (int i = alternative.getTokenStartIndex() - 1; i >= 0; i--) {
            Token token = tokens.get(i);
            if (token.getChannel() == Token.DEFAULT_CHANNEL) {
                return "-";
            }
            Matcher gate = GATE.matcher(token.getText());
            if (gate.matches()) {
                return gate.group(1);
            }
        }
        return "-";
    }
}
