package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.ParseResult;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.grammar.SqlParser;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.schema.Column;
import dev.mysqlsmith.schema.Table;
import dev.mysqlsmith.schema.TableReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The statements of a script by what they make, and put together again: tables and rows as they came, then views. */
final class SeedParts {
    private static final String BEFORE =
            "SET SESSION foreign_key_checks = 0, sql_mode = 'NO_AUTO_VALUE_ON_ZERO', time_zone = '+00:00'";
    private static final String BEHIND =
            "SET SESSION foreign_key_checks = DEFAULT, sql_mode = DEFAULT, time_zone = DEFAULT";

    private final ServerVersion version;
    private final ExpressionTypes types;
    private final Map<String, Table> tables = new LinkedHashMap<>();
    private final Map<String, SyntaxTree.Node> views = new LinkedHashMap<>();
    private final List<SeedStatement> statements = new ArrayList<>();
    private final RowSample sample = new RowSample();
    private final Map<String, Integer> passedOver = new TreeMap<>();

    SeedParts(ServerVersion version) {
        this.version = version;
        this.types = new ExpressionTypes(version);
    }

    void passOver(String what) {
        passedOver.merge(what, 1, Integer::sum);
    }

    /** Takes a CREATE TABLE, CREATE VIEW, INSERT or REPLACE. */
    void add(SyntaxTree.Node tree) {
        SyntaxTree.Node statement = (SyntaxTree.Node) tree.children().get(0);
        switch (statement.rule().name()) {
            case "createTableStatement" -> table(tree, statement);
            case "createViewStatement" -> view(tree, statement);
            case "insertStatement", "replaceStatement" -> rows(tree, statement);
            default -> passOver(StatementKind.of(tree));
        }
    }

    private void table(SyntaxTree.Node tree, SyntaxTree.Node statement) {
        boolean remote = statement.all("tableOption").stream().anyMatch(option -> option.says("CONNECTION"));
        Optional<Table> made = remote ? Optional.empty() : made(statement);
        if (made.isEmpty()) {
            passOver(remote ? "CREATE TABLE with a CONNECTION" : "CREATE TABLE like one that is not there");
        } else if (tables.putIfAbsent(made.get().name(), made.get()) == null) {
            statements.add(new SeedStatement(tree, made.get()));
        } else {
            passOver("CREATE TABLE of a name that is taken");
        }
    }

    private Optional<Table> made(SyntaxTree.Node statement) {
        SyntaxTree.Node body = statement.child("createTableBody").orElseThrow();
        if (body.says("LIKE")) {
            String name = TableReader.nameOf(statement.child("newTableName").orElseThrow());
            String other = TableReader.nameOf(body.child("tableRef").orElseThrow());
            return Optional.ofNullable(tables.get(other))
                    .map(table -> table.renamed(name)
                            .with(table.traits().withChecks(List.of()).withForeignKeys(List.of())));
        }
        Table table = TableReader.read(statement);
        return Optional.of(body.child("createTableQuery")
                .map(query -> queried(table, query.child("query").orElseThrow()))
                .orElse(table));
    }

    /** The columns of a query are added to those that are declared. */
    private Table queried(Table table, SyntaxTree.Node query) {
        List<Column> columns = new ArrayList<>(table.columns());
        new QueryColumns(types, this::known)
                .of(query, Optional.empty()).stream()
                        .filter(column -> table.column(column.name()).isEmpty())
                        .forEach(columns::add);
        return new Table(table.name(), false, false, columns, table.indexes(), table.partitions(), table.traits());
    }

    /** A view is the latest that has its name: dumps make one that stands in for it first. */
    private void view(SyntaxTree.Node tree, SyntaxTree.Node statement) {
        List<SyntaxTree> children = new ArrayList<>(statement.children());
        children.removeIf(child -> child instanceof SyntaxTree.Node node && node.is("definerClause"));
        SyntaxTree.Node anybodys = new SyntaxTree.Node(statement.rule(), children);
        views.put(TableReader.nameOf(statement.child("newViewName").orElseThrow()), tree.with(0, anybodys));
    }

    private void rows(SyntaxTree.Node tree, SyntaxTree.Node statement) {
        Table table = tables.get(TableReader.nameOf(statement.child("tableRef").orElseThrow()));
        if (table == null) {
            passOver(StatementKind.of(tree) + " into a table that is not there");
        } else {
            sample.keep(tree, table).ifPresent(kept -> statements.add(new SeedStatement(kept, null)));
        }
    }

    private Optional<Table> known(String name) {
        return Optional.ofNullable(tables.get(name));
    }

    /** All of it. */
    SeedScript script(String name) {
        if (sample.left() > 0) {
            passedOver.put("rows beyond " + RowSample.MOST_ROWS + " of a table", sample.left());
        }
        Map<String, Table> standIns = new LinkedHashMap<>(tables);
        standIns.keySet().retainAll(views.keySet());
        tables.keySet().removeAll(views.keySet());
        tables.replaceAll((unused, table) -> sample.sampled(table));
        List<SeedStatement> all = new ArrayList<>();
        all.add(new SeedStatement(parsed(BEFORE), null));
        for (SeedStatement statement : statements) {
            Table made = statement.made();
            if (made == null || tables.containsKey(made.name())) {
                all.add(made == null ? statement : new SeedStatement(statement.tree(), tables.get(made.name())));
            }
        }
        for (String view : inOrder()) {
            SyntaxTree.Node tree = Objects.requireNonNull(views.get(view));
            Table made = new ViewReader(types, this::known)
                    .read((SyntaxTree.Node) tree.children().get(0), Optional.ofNullable(standIns.get(view)));
            tables.put(view, made);
            all.add(new SeedStatement(tree, made.columns().isEmpty() ? null : made));
        }
        if (tables.isEmpty()) {
            throw new SeedException("'" + name + "' makes no table; give a dump, or a database, that has at least one"
                    + " CREATE TABLE");
        }
        all.add(new SeedStatement(parsed(BEHIND), null));
        return new SeedScript(all, passedOver);
    }

    /** The views, each behind those that it reads. */
    private List<String> inOrder() {
        Set<String> order = new LinkedHashSet<>();
        views.keySet().forEach(view -> place(view, new LinkedHashSet<>(), order));
        return List.copyOf(order);
    }

    private void place(String view, Set<String> above, Set<String> order) {
        if (!views.containsKey(view) || order.contains(view) || !above.add(view)) {
            return;
        }
        views.get(view).all("tableRef").forEach(read -> place(TableReader.nameOf(read), above, order));
        order.add(view);
    }

    private SyntaxTree.Node parsed(String sql) {
        if (new SqlParser(version, Set.of()).parse(sql) instanceof ParseResult.Parsed parsed) {
            return parsed.tree();
        }
        throw new IllegalStateException("'" + sql + "' is no statement of " + version);
    }
}
