package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Alternative;
import dev.mysqlsmith.grammar.MySqlLexer;
import dev.mysqlsmith.grammar.Rule;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.random.Choices;
import dev.mysqlsmith.schema.Table;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Optimizer hints: they come when the tables of the query are known, and name these, their indexes, and query blocks. */
final class HintBinders {
    private static final Pattern PLAIN = Pattern.compile("[0-9A-Za-z_$]*[A-Za-z_][0-9A-Za-z_$]*");
    private static final Pattern VALUE = Pattern.compile("[0-9]+|'[^']+'|[A-Za-z_]+");

    private final List<SessionVariables.Setting> variables;

    HintBinders(List<SessionVariables.Setting> settings) {
        this.variables = settings.stream()
                .filter(setting -> VALUE.matcher(setting.value()).matches())
                .filter(SessionVariables.Setting::hintable)
                .toList();
    }

    /** A hint about tables only where there are some. */
    SyntaxTree.@Nullable Node optimizerHint(Expansion expansion, Request request) {
        boolean tables = !request.context().scope().relations().isEmpty();
        return expansion.attempt(
                request,
                tables ? 1 : 0,
                alternative -> tables || !isAboutTables(alternative) ? 1 : 0,
                alternative -> alternative.mentions("hintedVariableName")
                        ? variable(expansion, request, alternative)
                        : expansion.build(request, alternative, Plan.FREE));
    }

    private static boolean isAboutTables(Alternative alternative) {
        return alternative.mentions("joinOrderHint")
                || alternative.mentions("tableLevelHint")
                || alternative.mentions("indexLevelHint");
    }

    private SyntaxTree.@Nullable Node variable(Expansion expansion, Request request, Alternative alternative) {
        SessionVariables.Setting setting = expansion.choices().pick(variables);
        Rule value = expansion.rule("hintedVariableValue");
        return Filling.of(expansion, request, alternative, Plan.FREE)
                .put("hintedVariableName", named(expansion, expansion.rule("hintedVariableName"), setting.name()))
                .put(
                        "hintedVariableValue",
                        Character.isLetter(setting.value().charAt(0))
                                ? named(expansion, value, setting.value())
                                : expansion.lexicon().leaf(value, setting.value()))
                .make();
    }

    /** A table of the query by the name that it has there. */
    static SyntaxTree.@Nullable Node tableRef(Expansion expansion, Request request) {
        List<Relation> relations = request.context().scope().relations();
        return relations.isEmpty()
                ? null
                : named(
                        expansion,
                        request.rule(),
                        expansion.choices().pick(relations).alias());
    }

    /** A table that has indexes, and some of them. */
    static SyntaxTree.@Nullable Node indexLevelHint(Expansion expansion, Request request) {
        List<Relation> indexed = request.context().scope().relations().stream()
                .filter(relation -> relation.table() != null
                        && !Indexes.visible(relation.table()).isEmpty())
                .toList();
        if (indexed.isEmpty()) {
            return null;
        }
        Relation relation = expansion.choices().pick(indexed);
        Table table = Objects.requireNonNull(relation.table());
        Rule hintedTable = expansion.rule("hintedTable");
        Rule tableRef = expansion.rule("hintedTableRef");
        return Filling.of(expansion, request, Plan.FREE)
                .put(
                        "hintedTable",
                        new SyntaxTree.Node(hintedTable, List.of(named(expansion, tableRef, relation.alias()))))
                .contexts((index, symbol) -> request.context().on(table))
                .make();
    }

    /** An index of the table that the hint is about. */
    static SyntaxTree.@Nullable Node indexRef(Expansion expansion, Request request) {
        Table table = request.context().table();
        return table == null
                ? null
                : Indexes.pick(Indexes.visible(table), expansion.choices())
                        .map(index -> named(expansion, request.rule(), index.name()))
                        .orElse(null);
    }

    /** A name for the query that the hint stands in. */
    static SyntaxTree.Node newQueryBlockName(Expansion expansion, Request request) {
        return named(expansion, request.rule(), expansion.draft().freshQueryBlock());
    }

    /** A query block that has a name; those around it come later and are not known yet. */
    static SyntaxTree.@Nullable Node queryBlockRef(Expansion expansion, Request request) {
        List<String> blocks = expansion.draft().queryBlocks();
        if (blocks.isEmpty()) {
            return null;
        }
        Choices choices = expansion.choices();
        return new SyntaxTree.Node(
                request.rule(), List.of(new SyntaxTree.Token(MySqlLexer.QUERY_BLOCK, "@" + choices.pick(blocks))));
    }

    /** Inside of hints every word but those of the hints is a name. */
    private static SyntaxTree.Node named(Expansion expansion, Rule rule, String name) {
        SyntaxTree.Token token = PLAIN.matcher(name).matches()
                ? new SyntaxTree.Token(MySqlLexer.IDENT, name)
                : new SyntaxTree.Token(MySqlLexer.QUOTED_IDENT, name.startsWith("`") ? name : "`" + name + "`");
        return new SyntaxTree.Node(rule, List.of(new SyntaxTree.Node(expansion.rule("hintedName"), List.of(token))));
    }
}
