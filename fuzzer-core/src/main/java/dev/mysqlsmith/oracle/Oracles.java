package dev.mysqlsmith.oracle;

import dev.mysqlsmith.grammar.Nearest;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.random.Choices;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The names of oracles, as the command line and findings have them. */
public final class Oracles {
    /** The one that always judges. */
    public static final String CRASH = "crash";

    /** The one that compares with other servers, which have to be given. */
    public static final String DIFFERENTIAL = "differential";

    /** Whether a query gives the row that it gives of tables of one row. */
    public static final String PQS = "pqs";

    /** Whether UPDATE and DELETE touch the rows that SELECT finds. */
    public static final String DQE = "dqe";

    /** Whether queries give the same however tables are stored. */
    public static final String ENGINE = "engine";

    /** Whether queries give the same however they are run. */
    public static final String FORMS = "forms";

    /** Whether tables are sound after changes. */
    public static final String STATE = "state";

    /** Whether the optimizer expects no more rows with a predicate than without: leads, no findings. */
    public static final String CERT = "cert";

    /** Whether what was committed survives a crash. */
    public static final String DURABILITY = "durability";

    private Oracles() {}

    /** All names of those that need no second server, {@code crash} first, {@code durability} last, since it ends a round. */
    public static List<String> names() {
        return Stream.of(List.of(CRASH), relations(), List.of(PQS, DQE, ENGINE, FORMS, CERT, STATE, DURABILITY))
                .flatMap(List::stream)
                .toList();
    }

    /** Whether it is the name of one that looks for an error of statements: {@code error=1105}. */
    static boolean isError(String name) {
        return ErrorOracle.of(name).isPresent();
    }

    /** For a campaign: what takes long is drawn, so that statements run most of the time. */
    public static Oracle sampling(String name, ServerVersion version, Choices choices) {
        return relations().contains(name)
                ? RelationOracle.sampling(name, version, choices)
                : ofStored(name, version, choices);
    }

    /** For a statement that is suspected already: all that the oracle knows is tried. */
    public static Oracle thorough(String name, ServerVersion version) {
        return relations().contains(name) ? RelationOracle.thorough(name, version) : ofStored(name, version, null);
    }

    private static Oracle ofStored(String name, ServerVersion version, @Nullable Choices choices) {
        return switch (name) {
            case PQS -> new PivotOracle(version, choices, Witness::open);
            case DQE -> new SameRows(version, choices);
            case ENGINE -> new EngineOracle(version, choices, Witness::open);
            case FORMS -> new FormsOracle(version, choices, Witness::open);
            case STATE -> new StateOracle(choices, Witness::open);
            case CERT -> new CardinalityOracle(choices);
            case DURABILITY -> new DurabilityOracle(choices, Witness::open);
            default ->
                ErrorOracle.of(name)
                        .orElseThrow(() -> new IllegalArgumentException("there is no oracle '" + name + "'"));
        };
    }

    /** Those that ask a query in another way and compare the rows. */
    public static List<String> relations() {
        return Relations.all().stream().map(Relation::name).toList();
    }

    /** As {@link #read(String, boolean)}, with nothing to compare with. */
    public static List<String> read(String list) {
        return read(list, false);
    }

    /**
     * The names in a list such as {@code tlp,error=1105}; {@code crash} is always among them; {@code all} stands for all but
     * errors.
     *
     * @param compares whether there are servers to compare with: then {@code differential} is among them
     * @throws IllegalArgumentException where there is no oracle of a name, the message names the nearest one; or where
     *     {@code differential} has nothing to compare with
     */
    public static List<String> read(String list, boolean compares) {
        Set<String> chosen = new LinkedHashSet<>(List.of(CRASH));
        if (compares) {
            chosen.add(DIFFERENTIAL);
        }
        for (String part : list.split(",", -1)) {
            String name = part.strip().toLowerCase(Locale.ROOT);
            if (name.equals("all")) {
                chosen.addAll(names());
            } else if (names().contains(name) || isError(name)) {
                chosen.add(name);
            } else if (!name.equals(DIFFERENTIAL)) {
                throw unknown(part.strip());
            } else if (!compares) {
                throw new IllegalArgumentException(
                        "oracle 'differential' compares with another server; name it with --against");
            }
        }
        return List.copyOf(chosen);
    }

    private static IllegalArgumentException unknown(String name) {
        List<String> words = new ArrayList<>(names());
        words.add(DIFFERENTIAL);
        words.add("all");
        return new IllegalArgumentException("there is no oracle '" + name + "'; nearest is '"
                + Nearest.to(name.toLowerCase(Locale.ROOT), words) + "'; there are " + String.join(", ", names())
                + ", all, an error such as error=1105, and with --against differential");
    }
}
