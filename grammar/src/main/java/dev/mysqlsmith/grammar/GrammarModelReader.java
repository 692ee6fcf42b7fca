package dev.mysqlsmith.grammar;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringTokenizer;
import org.antlr.v4.runtime.Vocabulary;
import org.jspecify.annotations.Nullable;

/** Reads what {@code GrammarModelCompiler} wrote. */
final class GrammarModelReader {
    private final LinkedHashMap<String, Rule> rules = new LinkedHashMap<>();
    private final Map<String, Integer> tokenTypes = new HashMap<>();
    private int alternatives;
    private int decisions;

    private GrammarModelReader(Vocabulary vocabulary) {
        for (int type = 1; type <= vocabulary.getMaxTokenType(); type++) {
            String symbolic = vocabulary.getSymbolicName(type);
            String literal = vocabulary.getLiteralName(type);
            if (symbolic != null) {
                tokenTypes.put(symbolic, type);
            }
            if (literal != null) {
                tokenTypes.put(literal, type);
            }
        }
        tokenTypes.put("EOF", org.antlr.v4.runtime.Token.EOF);
    }

    static GrammarModel readResource() {
        try (InputStream in = Objects.requireNonNull(
                GrammarModel.class.getResourceAsStream("grammar.model"), "grammar.model is missing from the jar")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return read(text.lines().toList(), MySqlLexer.VOCABULARY, MySqlParser.ruleNames);
        } catch (IOException e) {
            throw new IllegalStateException("grammar.model can't be read from the jar", e);
        }
    }

    static GrammarModel read(List<String> lines, Vocabulary vocabulary, String[] parserRules) {
        GrammarModelReader reader = new GrammarModelReader(vocabulary);
        @Nullable Rule[] byIndex = new Rule[parserRules.length];
        List<String> order = Arrays.asList(parserRules);
        for (String line : lines) {
            if (line.startsWith("rule ")) {
                String[] words = line.split(" ", -1);
                int index = order.indexOf(words[1]);
                if (index >= 0) {
                    Rule rule = new Rule(words[1], index, words[2].equals("recursive"));
                    reader.rules.put(words[1], rule);
                    byIndex[index] = rule;
                }
            }
        }
        reader.readBodies(lines);
        return new GrammarModel(reader.rules, Arrays.asList(byIndex), reader.alternatives, reader.decisions);
    }

    private void readBodies(List<String> lines) {
        Rule rule = null;
        List<Alternative> own = new ArrayList<>();
        for (String line : lines) {
            StringTokenizer words = new StringTokenizer(line, " ");
            if (words.nextToken().equals("rule")) {
                define(rule, own);
                rule = rules.get(words.nextToken());
                own.clear();
            } else if (rule != null) {
                own.add(alternative(words, rule, own.size()));
            }
        }
        define(rule, own);
    }

    private static void define(@Nullable Rule rule, List<Alternative> own) {
        if (rule != null) {
            rule.define(own);
        }
    }

    private Alternative alternative(StringTokenizer words, Rule rule, int index) {
        int id = alternatives++;
        Gate gate = Gate.parse(words.nextToken());
        int precedence = Integer.parseInt(words.nextToken());
        Element body = element(words, rule);
        Element.Sequence sequence =
                body instanceof Element.Sequence already ? already : new Element.Sequence(List.of(body));
        return new Alternative(id, rule, index, gate, precedence, sequence);
    }

    private Element element(StringTokenizer words, Rule rule) {
        String kind = words.nextToken();
        return switch (kind) {
            case "rule" -> reference(words);
            case "token" -> token(words.nextToken());
            case "opt" -> new Element.Optional(decisions++, rule, element(words, rule));
            case "any" -> new Element.Repetition(decisions++, rule, element(words, rule), false);
            case "some" -> new Element.Repetition(decisions++, rule, element(words, rule), true);
            case "seq" -> sequence(words, rule);
            case "block" -> block(words, rule);
            default -> throw new IllegalStateException("grammar.model has an element '" + kind + "'");
        };
    }

    private Element.Symbol reference(StringTokenizer words) {
        String name = words.nextToken();
        Rule target = Objects.requireNonNull(rules.get(name), () -> "grammar.model refers to a rule '" + name + "'");
        return new Element.RuleReference(target, Integer.parseInt(words.nextToken()));
    }

    private Element.Symbol token(String name) {
        Integer type = tokenTypes.get(name);
        if (type == null) {
            throw new IllegalStateException("grammar.model refers to a token '" + name + "'");
        }
        return new Element.TokenReference(type, name);
    }

    private Element sequence(StringTokenizer words, Rule rule) {
        int count = Integer.parseInt(words.nextToken());
        List<Element> elements = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            elements.add(element(words, rule));
        }
        return new Element.Sequence(List.copyOf(elements));
    }

    /** A block of one alternative that every version has is no decision: its elements stand for it. */
    private Element block(StringTokenizer words, Rule rule) {
        int count = Integer.parseInt(words.nextToken());
        int id = decisions++;
        List<Alternative> inner = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            words.nextToken();
            inner.add(alternative(words, rule, i));
        }
        if (count == 1 && inner.get(0).gate().equals(Gate.OPEN)) {
            Element.Sequence body = inner.get(0).body();
            return body.elements().size() == 1 ? body.elements().get(0) : body;
        }
        return new Element.Block(id, List.copyOf(inner));
    }
}
