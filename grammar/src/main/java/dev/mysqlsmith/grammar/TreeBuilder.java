package dev.mysqlsmith.grammar;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Makes our immutable tree of the parser's, without recursion: statements may nest deep. */
final class TreeBuilder {
    private static final class Open {
        final ParserRuleContext context;
        final List<SyntaxTree> children;

        Open(ParserRuleContext context) {
            this.context = context;
            this.children = new ArrayList<>(context.getChildCount());
        }
    }

    private TreeBuilder() {}

    static SyntaxTree.Node build(ParserRuleContext root) {
        GrammarModel model = GrammarModel.mysql();
        Deque<Open> path = new ArrayDeque<>();
        path.push(new Open(root));
        while (true) {
            Open top = path.element();
            int next = top.children.size();
            if (next == top.context.getChildCount()) {
                path.pop();
                SyntaxTree.Node node = new SyntaxTree.Node(model.rule(top.context.getRuleIndex()), top.children);
                if (path.isEmpty()) {
                    return node;
                }
                path.element().children.add(node);
                continue;
            }
            ParseTree child = top.context.getChild(next);
            if (child instanceof TerminalNode leaf) {
                Token token = leaf.getSymbol();
                top.children.add(new SyntaxTree.Token(token.getType(), token.getText()));
            } else {
                path.push(new Open((ParserRuleContext) child));
            }
        }
    }
}
