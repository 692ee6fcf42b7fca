package dev.mysqlsmith.reduce;

import dev.mysqlsmith.execute.BinaryProtocol;
import dev.mysqlsmith.finding.History;
import dev.mysqlsmith.finding.Step;
import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** A history with its statements parsed. */
final class Script {
    private final List<Step> steps;
    private final List<Statement> statements;
    private final StatementReader reader;

    Script(List<Step> steps, StatementReader reader) {
        this.steps = List.copyOf(steps);
        this.reader = reader;
        this.statements = steps.stream().map(step -> reader.read(step.sql())).toList();
    }

    int size() {
        return steps.size();
    }

    Statement statement(int index) {
        return statements.get(index);
    }

    /** Looks at the tree of one statement. */
    interface TreeVisitor {
        void visit(int index, SyntaxTree.Node tree);
    }

    /** Calls {@code visitor} for each statement that the grammar has, the last first: near the failure is where most is kept. */
    void forEachTree(TreeVisitor visitor) {
        for (int i = statements.size() - 1; i >= 0; i--) {
            SyntaxTree.Node tree = statements.get(i).tree();
            if (tree != null) {
                visitor.visit(i, tree);
            }
        }
    }

    History history() {
        return new History(steps);
    }

    List<Step> steps() {
        return steps;
    }

    int tokens() {
        return statements.stream()
                .mapToInt(statement -> statement.tokens().size())
                .sum();
    }

    StatementReader reader() {
        return reader;
    }

    /** The steps with another text at {@code index}, sent as the one before. */
    List<Step> replacing(int index, String sql) {
        List<Step> changed = new ArrayList<>(steps);
        changed.set(index, replaced(index, sql));
        return changed;
    }

    /** The steps with another tree at the end of {@code path} in the statement at {@code index}, which the grammar has. */
    List<Step> replacing(int index, List<Integer> path, SyntaxTree other) {
        SyntaxTree.Node tree = Objects.requireNonNull(statements.get(index).tree());
        SyntaxTree changed = path.isEmpty() ? other : tree.with(path, other);
        return replacing(index, changed.sql());
    }

    private Step replaced(int index, String sql) {
        Step before = steps.get(index);
        return new Step(before.session(), BinaryProtocol.markedLike(before.sql(), sql));
    }

    /** What becomes of a statement's tree; the very same tree where nothing does. */
    interface TreeChange {
        SyntaxTree apply(int index, SyntaxTree.Node tree);
    }

    /** The steps with other texts where {@code change} makes another tree; they can be changed. */
    List<Step> rewriting(TreeChange change) {
        List<Step> changed = new ArrayList<>(steps);
        forEachTree((index, tree) -> {
            SyntaxTree other = change.apply(index, tree);
            if (other != tree) {
                changed.set(index, replaced(index, other.sql()));
            }
        });
        return changed;
    }

    /** The steps without those from {@code from} up to {@code to}. */
    List<Step> without(int from, int to) {
        List<Step> kept = new ArrayList<>(steps.subList(0, from));
        kept.addAll(steps.subList(to, steps.size()));
        return kept;
    }

    /** Whether it is smaller than another: fewer tokens, then fewer characters, then first in the alphabet, so that every search ends. */
    boolean isSmallerThan(Script other) {
        if (tokens() != other.tokens()) {
            return tokens() < other.tokens();
        }
        String mine = text();
        String theirs = other.text();
        return mine.length() != theirs.length() ? mine.length() < theirs.length() : mine.compareTo(theirs) < 0;
    }

    /** Whether each statement that is new against {@code before} parses; as many as came of some that did not need not. */
    boolean parsesLike(Script before) {
        return unparsedBeside(before) <= before.unparsedBeside(this)
                && statements.stream().noneMatch(statement -> statement.tokens().isEmpty());
    }

    /** How many statements the grammar does not have, those of {@code other} aside. */
    private long unparsedBeside(Script other) {
        Set<String> theirs = other.statements.stream().map(Statement::sql).collect(Collectors.toSet());
        return statements.stream()
                .filter(statement -> statement.tree() == null && !theirs.contains(statement.sql()))
                .count();
    }

    /** All of it, sessions included: equal texts are equal scripts. */
    String text() {
        return steps.stream().map(step -> step.session() + ":" + step.sql()).collect(Collectors.joining("\n;\n"));
    }
}
