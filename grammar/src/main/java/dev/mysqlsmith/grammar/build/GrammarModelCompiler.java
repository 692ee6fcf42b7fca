package dev.mysqlsmith.grammar.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.antlr.v4.Tool;
import org.antlr.v4.parse.ANTLRParser;
import org.antlr.v4.tool.ast.GrammarAST;
import org.antlr.v4.tool.ast.GrammarRootAST;

/**
 * Writes the parser grammars below a folder as the resource that {@link dev.mysqlsmith.grammar.GrammarModel} reads: a line a
 * rule and a line an alternative, elements in prefix notation.
 */
public final class GrammarModelCompiler {
    private GrammarModelCompiler() {}

    /** Arguments: the folder of the {@code .g4} files, the file to write. */
    public static void main(String[] args) throws IOException {
        StringBuilder model = new StringBuilder();
        for (Path file : grammars(Path.of(args[0]))) {
            GrammarRootAST root = new Tool().parseGrammar(file.toString());
            if (root == null || root.hasErrors) {
                throw new IllegalStateException("grammar '" + file + "' does not parse: see ANTLR's messages above");
            }
            if (root.grammarType != ANTLRParser.LEXER) {
                writeRules(root, model);
            }
        }
        Path target = Path.of(args[1]);
        Files.createDirectories(target.getParent());
        Files.writeString(target, model, StandardCharsets.UTF_8);
    }

    private static List<Path> grammars(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".g4"))
                    .sorted()
                    .toList();
        }
    }

    private static void writeRules(GrammarRootAST root, StringBuilder model) {
        for (GrammarAST rule : root.getNodesWithType(ANTLRParser.RULE)) {
            new RuleCompiler(root.tokenStream, rule).write(model);
        }
    }
}
