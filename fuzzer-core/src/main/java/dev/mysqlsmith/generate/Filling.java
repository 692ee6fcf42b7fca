package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Alternative;
import dev.mysqlsmith.grammar.Element;
import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Fills the symbols of a shape with trees, in an order of the binder's choice. */
final class Filling {
    /** The context of the {@code index}th symbol, asked for when its turn comes. */
    interface Contexts {
        Context of(int index, Element.Symbol symbol);
    }

    private static final String[] NONE = {};

    private final Expansion expansion;
    private final Request request;
    private final List<Element.Symbol> shape;
    private final @Nullable SyntaxTree[] children;
    private String[] first = NONE;
    private @Nullable Contexts contexts;

    Filling(Expansion expansion, Request request, List<Element.Symbol> shape) {
        this.expansion = expansion;
        this.request = request;
        this.shape = shape;
        this.children = new SyntaxTree[shape.size()];
    }

    /** For the symbols of an alternative whose inner forks the plan decides. */
    static Filling of(Expansion expansion, Request request, Alternative alternative, Plan plan) {
        return new Filling(expansion, request, expansion.shape(request, alternative, plan));
    }

    /** The same for a rule of one alternative. */
    static Filling of(Expansion expansion, Request request, Plan plan) {
        return of(expansion, request, request.rule().alternatives().get(0), plan);
    }

    /** The trees of the symbols of that name, in order; each symbol of it needs one. */
    Filling put(String symbol, List<? extends SyntaxTree> trees) {
        int next = 0;
        for (int i = 0; i < children.length && next < trees.size(); i++) {
            if (shape.get(i).name().equals(symbol)) {
                children[i] = trees.get(next++);
            }
        }
        return this;
    }

    /** The tree of the symbol of that name. */
    Filling put(String symbol, SyntaxTree tree) {
        for (int i = 0; i < children.length; i++) {
            if (shape.get(i).name().equals(symbol)) {
                children[i] = tree;
                break;
            }
        }
        return this;
    }

    /** The leaf of the symbol of that name: a name or a value of that text. */
    Filling leaf(String symbol, String sql) {
        return put(symbol, expansion.lexicon().leaf(expansion.rule(symbol), sql));
    }

    /** Symbols to be made before the others, in that order. */
    Filling first(String... symbols) {
        first = symbols;
        return this;
    }

    Filling contexts(Contexts all) {
        contexts = all;
        return this;
    }

    /** The node, or null where a symbol can't be made. */
    SyntaxTree.@Nullable Node make() {
        for (String name : first) {
            for (int i = 0; i < children.length; i++) {
                if (shape.get(i).name().equals(name) && !made(i)) {
                    return null;
                }
            }
        }
        for (int i = 0; i < children.length; i++) {
            if (!made(i)) {
                return null;
            }
        }
        return new SyntaxTree.Node(request.rule(), children());
    }

    private List<SyntaxTree> children() {
        return switch (children.length) {
            case 1 -> List.of(child(0));
            case 2 -> List.of(child(0), child(1));
            default -> List.of(children);
        };
    }

    private SyntaxTree child(int index) {
        return Objects.requireNonNull(children[index]);
    }

    /** The node, all of whose symbols can be made. */
    SyntaxTree.Node made() {
        return Objects.requireNonNull(make(), () -> request.rule() + " can always be made of what was put");
    }

    /** The node, or null where a symbol can't be made or the node is not {@code acceptable}. */
    SyntaxTree.@Nullable Node make(Predicate<SyntaxTree.Node> acceptable) {
        SyntaxTree.Node node = make();
        return node != null && acceptable.test(node) ? node : null;
    }

    private boolean made(int index) {
        if (children[index] == null) {
            Element.Symbol symbol = shape.get(index);
            children[index] =
                    expansion.child(request, symbol, contexts == null ? request.context() : contexts.of(index, symbol));
        }
        return children[index] != null;
    }
}
