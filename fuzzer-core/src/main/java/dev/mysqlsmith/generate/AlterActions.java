package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Alternative;
import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which class makes which action of ALTER TABLE, and which algorithms the server has for it. */
enum AlterActions {
    FIELD(one -> one.mentions("fieldDefinition"), AlterField::make),
    COLUMN(one -> one.mentions("alterColumnRef"), AlterColumn::make),
    INDEX(one -> one.mentions("indexRef"), AlterIndex::make),
    NAME(one -> one.mentions("newTableName"), AlterName::make),
    ADD_KEY(one -> one.mentions("indexDefinition"), AlterKey::add),
    ADD_CONSTRAINT(one -> one.mentions("tableConstraintDefinition"), AlterKey::add),
    DROP_PRIMARY(one -> one.mentions("PRIMARY"), AlterKey::dropPrimary),
    CONSTRAINT(one -> one.mentions("constraintRef"), AlterConstraint::make),
    CHARACTERS(one -> one.mentions("CONVERT"), AlterCharacters::make),
    OPTIONS(AlterActions::isOptions, AlterOptions::make),
    FORCE(one -> one.mentions("FORCE"), AlterActions::plain),
    KEYS(one -> one.mentions("KEYS"), AlterActions::plain),
    MODIFIER(one -> one.mentions("alterTableModifier"), AlterActions::modifier),
    OTHER(one -> true, (target, alternative) -> null);

    private final Predicate<Alternative> alternatives;
    private final AlterTarget.Maker maker;

    AlterActions(Predicate<Alternative> alternatives, AlterTarget.Maker maker) {
        this.alternatives = alternatives;
        this.maker = maker;
    }

    static AlterActions of(Alternative alternative) {
        return List.of(values()).stream()
                .filter(action -> action.alternatives.test(alternative))
                .findFirst()
                .orElseThrow();
    }

    SyntaxTree.@Nullable Node make(AlterTarget target, Alternative alternative) {
        return maker.make(target, alternative);
    }

    /** Whether InnoDB does it in place, whatever it is exactly. */
    boolean isInPlace() {
        return this == INDEX || this == NAME || this == FORCE || this == ADD_KEY;
    }

    /** Whether ALGORITHM and LOCK say something about it. */
    boolean isOnline() {
        return this != MODIFIER && this != KEYS;
    }

    private static boolean isOptions(Alternative alternative) {
        return Weights.names(alternative.body(), "tableOption")
                || alternative.body().toString().contains("tableOption+");
    }

    private static SyntaxTree.@Nullable Node modifier(AlterTarget target, Alternative alternative) {
        return target.fill(alternative, Plan.FREE)
                .leaf(
                        "alterTableModifier",
                        OnlineOptions.choose(target.expansion(), true, false).get(0))
                .make();
    }

    private static SyntaxTree.@Nullable Node plain(AlterTarget target, Alternative alternative) {
        return target.fill(alternative, Plan.FREE).make();
    }
}
