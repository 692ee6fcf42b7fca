package dev.mysqlsmith.grammar;

import io.debezium.antlr.CaseChangingCharStream;
import io.debezium.ddl.parser.mysql.generated.MySqlLexer;
import io.debezium.ddl.parser.mysql.generated.MySqlParser;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/** Debezium's generated parser, from Oracle's grammar; it makes ANTLR's parse tree. */
final class DebeziumParser implements Contender {
    private static final int VERSION = 80033;

    @Override
    public boolean accepts(String sql) {
        MySqlParser parser = parser(sql);
        if (accepts(parser, PredictionMode.SLL)) {
            return true;
        }
        parser.reset();
        return accepts(parser, PredictionMode.LL);
    }

    @Override
    public boolean acceptsFast(String sql) {
        return accepts(parser(sql), PredictionMode.SLL);
    }

    private static MySqlParser parser(String sql) {
        MySqlLexer lexer = new MySqlLexer(new CaseChangingCharStream(CharStreams.fromString(sql), true));
        lexer.serverVersion = VERSION;
        lexer.removeErrorListeners();
        MySqlParser parser = new MySqlParser(new CommonTokenStream(lexer));
        parser.serverVersion = VERSION;
        parser.removeErrorListeners();
        parser.setErrorHandler(new BailErrorStrategy());
        return parser;
    }

    private static boolean accepts(MySqlParser parser, PredictionMode mode) {
        parser.getInterpreter().setPredictionMode(mode);
        try {
            parser.queries();
            return true;
        } catch (ParseCancellationException e) {
            return false;
        }
    }
}
