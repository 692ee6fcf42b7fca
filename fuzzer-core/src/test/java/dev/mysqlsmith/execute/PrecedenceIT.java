package dev.mysqlsmith.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mysqlsmith.grammar.ParseResult;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.grammar.SqlMode;
import dev.mysqlsmith.grammar.SqlParser;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.random.Choices;
import dev.mysqlsmith.server.Server;
import dev.mysqlsmith.server.ServerSpec;
import dev.mysqlsmith.server.Servers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a server computes of an expression is what it computes once the parentheses of our tree are written out: for every
 * pair of operators, and for random chains of them.
 */
class PrecedenceIT {
    private static final long SEED = 0x9A12;
    private static final int CHAINS = 4_000;
    private static final Set<String> LADDER = Set.of(
            "expression",
            "booleanPrimary",
            "predicate",
            "bitExpression",
            "simpleExpression",
            "unconnectedExpression",
            "intervalSum",
            "userVariableAssignment",
            "multiplicativeExpression");
    private static final List<String> OPERANDS =
            List.of("0", "1", "2", "3", "7", "0.5", "NULL", "'2020-01-03'", "'1'", "TRUE");
    private static final List<String> PREFIXES =
            List.of("NOT ", "- ", "~ ", "! ", "BINARY ", "@v := ", "INTERVAL 1 DAY + ", "NOT NOT ");
    private static final List<String> INFIXES = List.of(
            "OR",
            "||",
            "XOR",
            "AND",
            "&&",
            "=",
            "<=>",
            "<",
            "<=",
            ">",
            ">=",
            "<>",
            "!=",
            "|",
            "&",
            "<<",
            ">>",
            "+",
            "-",
            "*",
            "/",
            "%",
            "DIV",
            "MOD",
            "^",
            "LIKE",
            "REGEXP",
            "RLIKE",
            "NOT LIKE",
            "SOUNDS LIKE",
            "BETWEEN 1 AND",
            "NOT BETWEEN 0 AND",
            "= NOT",
            "- INTERVAL 1 DAY +",
            "+ INTERVAL 2 DAY -",
            "LIKE 1 ESCAPE");
    private static final List<String> SUFFIXES = List.of(
            "",
            " IS NULL",
            " IS NOT NULL",
            " IS TRUE",
            " IS NOT FALSE",
            " IS UNKNOWN",
            " IN (1, 2)",
            " NOT IN (0, 3)",
            " COLLATE utf8mb4_bin");

    private static Server server;
    private static Session session;

    @BeforeAll
    static void start() {
        server = Servers.start(ServerSpec.parse("mysql:8.0.12"));
        session = Session.open(server, Duration.ofSeconds(20));
    }

    @AfterAll
    static void stop() {
        session.close();
        server.close();
    }

    @Test
    void everyPairOfOperators() {
        Choices choices = Choices.seeded(SEED);
        session.execute("SET sql_mode = ''");
        Comparison comparison = new Comparison(Set.of());
        for (String first : INFIXES) {
            for (String second : INFIXES) {
                for (int i = 0; i < 4; i++) {
                    comparison.add(String.join(
                            " ",
                            choices.pick(OPERANDS),
                            first,
                            choices.pick(OPERANDS),
                            second,
                            choices.pick(OPERANDS)));
                }
            }
            for (String prefix : PREFIXES) {
                comparison.add(prefix + choices.pick(OPERANDS) + " " + first + " " + choices.pick(OPERANDS));
                comparison.add(choices.pick(OPERANDS) + " " + first + " " + prefix + choices.pick(OPERANDS));
            }
            for (String suffix : SUFFIXES) {
                comparison.add(choices.pick(OPERANDS) + " " + first + " " + choices.pick(OPERANDS) + suffix);
                comparison.add(choices.pick(OPERANDS) + suffix + " " + first + " " + choices.pick(OPERANDS));
            }
        }
        comparison.assertSame();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PIPES_AS_CONCAT", "HIGH_NOT_PRECEDENCE"})
    void chainsOfOperators(String mode) {
        Choices choices = Choices.seeded(SEED);
        session.execute("SET sql_mode = '" + mode + "'");
        Comparison comparison = new Comparison(SqlMode.parse(mode));
        for (int i = 0; i < CHAINS; i++) {
            StringBuilder chain = new StringBuilder(operand(choices));
            for (int more = choices.between(1, 4); more > 0; more--) {
                chain.append(' ').append(choices.pick(INFIXES)).append(' ').append(operand(choices));
            }
            comparison.add(chain.toString());
        }
        comparison.assertSame();
    }

    private static String operand(Choices choices) {
        String prefix = choices.chance(0.2) ? choices.pick(PREFIXES) : "";
        String suffix = choices.chance(0.2) ? choices.pick(SUFFIXES) : "";
        return prefix + choices.pick(OPERANDS) + suffix;
    }

    /** Puts expressions to the server, and keeps those about which the parser and the server differ. */
    private static final class Comparison {
        private final SqlParser parser;
        private final List<String> differences = new ArrayList<>();
        private int compared;

        Comparison(Set<SqlMode> modes) {
            this.parser = new SqlParser(ServerVersion.parse("8.0.12"), modes);
        }

        void add(String expression) {
            String plain = "SELECT " + expression;
            String answer = answer(plain);
            if (!(parser.parse(plain) instanceof ParseResult.Parsed parsed)) {
                if (!answer.startsWith("1064")) {
                    differences.add(plain + " is rejected by the parser, the server says " + answer);
                }
                return;
            }
            String whole = parenthesized(parsed.tree());
            String second = answer(whole);
            compared++;
            if (!answer.equals(second)) {
                differences.add(plain + " is " + answer + ", " + whole + " is " + second);
            }
        }

        void assertSame() {
            assertThat(compared).isGreaterThan(1_000);
            assertThat(differences).as("seed 0x%x, compared %d", SEED, compared).isEmpty();
        }

        private static String answer(String sql) {
            Outcome outcome = session.execute(sql);
            if (outcome instanceof Outcome.Rows rows) {
                return rows.tables().get(0).rows().toString();
            }
            return outcome instanceof Outcome.Failed failed
                    ? String.valueOf(failed.error().code())
                    : outcome.toString();
        }
    }

    private static String parenthesized(SyntaxTree tree) {
        if (tree instanceof SyntaxTree.Token token) {
            return token.text();
        }
        SyntaxTree.Node node = (SyntaxTree.Node) tree;
        String inside =
                node.children().stream().map(PrecedenceIT::parenthesized).collect(Collectors.joining(" "));
        boolean operation =
                node.children().size() > 1 && LADDER.contains(node.rule().name());
        return operation ? "(" + inside + ")" : inside;
    }
}
