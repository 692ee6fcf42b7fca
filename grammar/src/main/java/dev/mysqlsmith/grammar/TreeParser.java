package dev.mysqlsmith.grammar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.jspecify.annotations.Nullable;

/**
 * The generated parser, which makes our tree on the way instead of a tree of its own: the children of the rules that are
 * open wait on a stack. Those of them that a version may reject are kept aside.
 */
final class TreeParser extends MySqlParser {
    private static final int FIRST_SIZE = 64;

    private final GrammarModel model = GrammarModel.mysql();
    private final ServerVersion version;
    private final VersionCheck versionCheck;
    private @Nullable SyntaxTree[] children = new SyntaxTree[FIRST_SIZE];
    private int childCount;
    private int[] openFrom = new int[FIRST_SIZE];
    private int openCount;
    private final List<SyntaxTree.Node> suspects = new ArrayList<>();

    TreeParser(TokenBuffer tokens, ServerVersion version, PredictionMode mode, PredictionCache cache) {
        super(tokens);
        this.version = version;
        this.versionCheck = VersionCheck.of(version);
        setBuildParseTree(false);
        removeErrorListeners();
        setErrorHandler(new FirstErrorStrategy());
        setInterpreter(cache.simulator(this));
        getInterpreter().setPredictionMode(mode);
    }

    /** The statement's node. */
    SyntaxTree.Node parse() {
        root();
        SyntaxTree.Node root = (SyntaxTree.Node) Objects.requireNonNull(children[0]);
        return root.children("statement").get(0);
    }

    /** Whether no node of what was parsed breaks a rule of the version. */
    boolean isClean() {
        for (SyntaxTree.Node suspect : suspects) {
            if (versionCheck.isLacking(suspect) || ContextRules.isBroken(suspect, version)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void enterRule(ParserRuleContext context, int state, int ruleIndex) {
        super.enterRule(context, state, ruleIndex);
        open();
    }

    @Override
    public void exitRule() {
        close(_ctx.getRuleIndex());
        super.exitRule();
    }

    @Override
    public void enterRecursionRule(ParserRuleContext context, int state, int ruleIndex, int precedence) {
        super.enterRecursionRule(context, state, ruleIndex, precedence);
        open();
    }

    /** What was the rule up to here is the first child of a longer one. */
    @Override
    public void pushNewRecursionContext(ParserRuleContext context, int state, int ruleIndex) {
        int from = openFrom[openCount - 1];
        close(ruleIndex);
        super.pushNewRecursionContext(context, state, ruleIndex);
        open();
        openFrom[openCount - 1] = from;
    }

    @Override
    public void unrollRecursionContexts(ParserRuleContext parent) {
        close(_ctx.getRuleIndex());
        super.unrollRecursionContexts(parent);
    }

    @Override
    public Token consume() {
        Token token = super.consume();
        add(new SyntaxTree.Token(token.getType(), token.getText()));
        return token;
    }

    private void open() {
        if (openCount == openFrom.length) {
            openFrom = Arrays.copyOf(openFrom, openCount * 2);
        }
        openFrom[openCount++] = childCount;
    }

    private void close(int ruleIndex) {
        int from = openFrom[--openCount];
        SyntaxTree[] own = Arrays.copyOfRange(children, from, childCount, SyntaxTree[].class);
        childCount = from;
        SyntaxTree.Node node = new SyntaxTree.Node(model.rule(ruleIndex), List.of(own));
        if (versionCheck.concerns(node.rule()) || ContextRules.concern(node.rule())) {
            suspects.add(node);
        }
        add(node);
    }

    private void add(SyntaxTree child) {
        if (childCount == children.length) {
            children = Arrays.copyOf(children, childCount * 2);
        }
        children[childCount++] = child;
    }
}
