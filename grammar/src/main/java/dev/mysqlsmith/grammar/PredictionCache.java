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
    /** As measured with generated statements. */
    private static final int BYTES_OF_A_STATE = 10_000;

    private static final int SHARE_OF_HEAP = 10;
    private static final int PARSES_BETWEEN_LOOKS = 32;
    private static final PredictionCache SHARED = new PredictionCache(
            (int) Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP / BYTES_OF_A_STATE));

    private static final class Learned {
        final DFA[] automata = new DFA[MySqlParser._ATN.getNumberOfDecisions()];
        final PredictionContextCache contexts = new PredictionContextCache();

        Learned() {
            ATN atn = MySqlParser._ATN;
            for (int i = 0; i < automata.length; i++) {
                automata[i] = new DFA(atn.getDecisionState(i), i);
            }
        }

        int states() {
            int states = 0;
            for (DFA automaton : automata) {
                states += automaton.states.size();
            }
            return states;
        }
    }

    private final int mostStates;
    private final AtomicInteger parses = new AtomicInteger();
    private volatile Learned learned = new Learned();

    /** One that begins anew when its automata have more than {@code mostStates} states. */
    PredictionCache(int mostStates) {
        this.mostStates = mostStates;
    }

    /** That of all parsers: it takes a tenth of the heap at most. */
    static PredictionCache shared() {
        return SHARED;
    }

    /** The simulator for one parse by {@code parser}. */
    ParserATNSimulator simulator(Parser parser) {
        Learned now = learned;
        if (parses.incrementAndGet() % PARSES_BETWEEN_LOOKS == 0 && now.states() > mostStates) {
            now = new Learned();
            learned = now;
        }
        return new ParserATNSimulator(parser, MySqlParser._ATN, now.automata, now.contexts);
    }

    /** How many states there are now. */
    int states() {
        return learned.states();
    }
}
