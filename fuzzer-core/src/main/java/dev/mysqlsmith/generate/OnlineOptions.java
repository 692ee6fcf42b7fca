package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.random.Choices;
import dev.mysqlsmith.schema.Engine;
import java.util.ArrayList;
import java.util.List;

/** ALGORITHM and LOCK, as far as the server has them for a change. (Manual: Online DDL Operations.) */
final class OnlineOptions {
    private OnlineOptions() {}

    /** One or two of them, as SQL. */
    static List<String> choose(Expansion expansion, boolean inPlace) {
        return choose(expansion, inPlace, true);
    }

    /** {@code shared}: whether others may read while it is done. */
    static List<String> choose(Expansion expansion, boolean inPlace, boolean shared) {
        Choices choices = expansion.choices();
        TableDraft draft = expansion.draft().table();
        boolean online =
                inPlace && draft.engine() == Engine.INNODB && !draft.traits().temporary();
        String algorithm = online ? choices.oneOf("DEFAULT", "COPY", "INPLACE") : choices.oneOf("DEFAULT", "COPY");
        String lock = shared ? choices.oneOf("DEFAULT", "SHARED", "EXCLUSIVE") : choices.oneOf("DEFAULT", "EXCLUSIVE");
        List<String> options = new ArrayList<>();
        if (choices.chance(0.7)) {
            options.add("ALGORITHM = " + algorithm);
        }
        if (options.isEmpty() || choices.chance(0.5)) {
            options.add("LOCK = " + lock);
        }
        return options;
    }

    /** Behind CREATE and DROP INDEX. */
    static SyntaxTree.Node bind(Expansion expansion, Request request) {
        return expansion.lexicon().leaf(request.rule(), String.join(" ", choose(expansion, true)));
    }

    /** Among the actions of ALTER TABLE. */
    static List<SyntaxTree> actions(Expansion expansion, boolean inPlace, boolean shared) {
        List<SyntaxTree> trees = new ArrayList<>();
        for (String option : choose(expansion, inPlace, shared)) {
            trees.add(expansion.lexicon().leaf(expansion.rule("alterTableAction"), option));
        }
        return trees;
    }
}
