package dev.mysqlsmith.grammar;

import java.util.concurrent.atomic.AtomicInteger;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ParserATNSimulator;
import org.antlr.v4.runtime.atn.PredictionContextCache;
import org.antlr.v4.runtime.dfa.DFA;

/**
 * What the parsers of all threads have learned about predictions. It grows with what is parsed, without an end where
 * statements are random, so it begins anew when it has become large.
 */
final class PredictionCache {
    private static final int MOST_STATES = 20_000;
    private static final int PARSES_BETWEEN_LOOKS = 32;
    private static volatile PredictionCache shared = new PredictionCache();

    private final DFA[] automata;
    private final PredictionContextCache contexts = new PredictionContextCache();
    private final AtomicInteger parses = new AtomicInteger();

    private PredictionCache() {
        ATN atn = MySqlParser._ATN;
        automata = new DFA[atn.getNumberOfDecisions()];
        for (int i = 0; i < automata.length; i++) {
            automata[i] = new DFA(atn.getDecisionState(i), i);
        }
    }

    /** The simulator for one parse by {@code parser}. */
    static ParserATNSimulator simulator(Parser parser) {
        PredictionCache cache = shared;
        if (cache.parses.incrementAndGet() % PARSES_BETWEEN_LOOKS == 0 && cache.states() > MOST_STATES) {
            cache = new PredictionCache();
            shared = cache;
        }
        return new ParserATNSimulator(parser, MySqlParser._ATN, cache.automata, cache.contexts);
    }

    /** How many states of automata are kept now. */
    static int size() {
        return shared.states();
    }

    private int states() {
        int states = 0;
        for (DFA automaton : automata) {
            states += automaton.states.size();
        }
        return states;
    }
}
