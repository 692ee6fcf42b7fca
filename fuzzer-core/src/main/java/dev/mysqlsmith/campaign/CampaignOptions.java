package dev.mysqlsmith.campaign;

import dev.mysqlsmith.oracle.Oracles;
import dev.mysqlsmith.server.ServerSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign is to do. Begin with {@link #against} and change what should be different.
 *
 * @param server what is fuzzed; each worker starts one of its own
 * @param out the campaign's folder; must not exist
 * @param seed from which every choice follows
 * @param workers how many work side by side
 * @param duration how long; null for no limit
 * @param statements how many statements all workers together run; null for no limit
 * @param profile name of a profile, or the path of a profile's file
 * @param known bugs that are known already, which make no news
 * @param logStatements whether each worker's statements go to a file in the folder
 * @param limits how long its parts may take
 * @param guidance whether what statements do changes the weights of those that come
 * @param schemaFrom a file of SQL or a JDBC URL with a database, whose tables rounds begin with; null for generated ones
 * @param oracles names of what judges, see {@link Oracles}; crash is always among them, differential where there are references
 * @param references servers that are held to be right: the same statements run there too, and what they do is compared
 */
public record CampaignOptions(
        ServerSpec server,
        Path out,
        long seed,
        int workers,
        @Nullable Duration duration,
        @Nullable Long statements,
        String profile,
        KnownBugs known,
        boolean logStatements,
        CampaignLimits limits,
        boolean guidance,
        @Nullable String schemaFrom,
        List<String> oracles,
        List<ServerSpec> references) {
    /** More workers than this is a slip of the keyboard: each has a server of its own. */
    private static final int MOST_WORKERS = 256;

    public CampaignOptions {
        references = List.copyOf(references);
        oracles = Oracles.read(String.join(",", oracles), !references.isEmpty());
        if (workers < 1 || workers > MOST_WORKERS) {
            throw new IllegalArgumentException("workers '" + workers + "': expected 1 to " + MOST_WORKERS);
        }
        if (statements != null && statements < 1) {
            throw new IllegalArgumentException("statements '" + statements + "': expected 1 or more");
        }
    }

    /** One worker without an end, seed 1, the default profile. */
    public static CampaignOptions against(ServerSpec server, Path out) {
        return new CampaignOptions(
                server,
                out,
                1,
                1,
                null,
                null,
                "default",
                KnownBugs.NONE,
                false,
                CampaignLimits.defaults(),
                true,
                null,
                List.of(Oracles.CRASH),
                List.of());
    }

    /** The same in another folder. */
    public CampaignOptions withOut(Path other) {
        return with(draft -> draft.out = other);
    }

    /** The same with another seed. */
    public CampaignOptions withSeed(long other) {
        return with(draft -> draft.seed = other);
    }

    /** The same with another number of workers. */
    public CampaignOptions withWorkers(int other) {
        return with(draft -> draft.workers = other);
    }

    /** The same with an end after that time. */
    public CampaignOptions withDuration(@Nullable Duration other) {
        return with(draft -> draft.duration = other);
    }

    /** The same with an end after that many statements. */
    public CampaignOptions withStatements(@Nullable Long other) {
        return with(draft -> draft.statements = other);
    }

    /** The same with another profile. */
    public CampaignOptions withProfile(String other) {
        return with(draft -> draft.profile = other);
    }

    /** The same with other known bugs. */
    public CampaignOptions withKnown(KnownBugs other) {
        return with(draft -> draft.known = other);
    }

    /** The same with or without files of each worker's statements. */
    public CampaignOptions withStatementLog(boolean other) {
        return with(draft -> draft.logStatements = other);
    }

    /** The same with other limits. */
    public CampaignOptions withLimits(CampaignLimits other) {
        return with(draft -> draft.limits = other);
    }

    /** The same with or without guidance. */
    public CampaignOptions withGuidance(boolean other) {
        return with(draft -> draft.guidance = other);
    }

    /** The same with the tables of a dump or a database, see {@link dev.mysqlsmith.source.SchemaSource}. */
    public CampaignOptions withSchemaFrom(@Nullable String other) {
        return with(draft -> draft.schemaFrom = other);
    }

    /** The same with other oracles. */
    public CampaignOptions withOracles(List<String> other) {
        return with(draft -> draft.oracles = other);
    }

    /** The same with other servers to compare with. */
    public CampaignOptions withReferences(List<ServerSpec> other) {
        return with(draft -> draft.references = other);
    }

    private CampaignOptions with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.options();
    }

    /** Options that are being changed. */
    private static final class Draft {
        private final ServerSpec server;
        private Path out;
        private long seed;
        private int workers;
        private @Nullable Duration duration;
        private @Nullable Long statements;
        private String profile;
        private KnownBugs known;
        private boolean logStatements;
        private CampaignLimits limits;
        private boolean guidance;
        private @Nullable String schemaFrom;
        private List<String> oracles;
        private List<ServerSpec> references;

        Draft(CampaignOptions from) {
            server = from.server;
            out = from.out;
            seed = from.seed;
            workers = from.workers;
            duration = from.duration;
            statements = from.statements;
            profile = from.profile;
            known = from.known;
            logStatements = from.logStatements;
            limits = from.limits;
            guidance = from.guidance;
            schemaFrom = from.schemaFrom;
            oracles = from.oracles;
            references = from.references;
        }

        CampaignOptions options() {
            return new CampaignOptions(
                    server,
                    out,
                    seed,
                    workers,
                    duration,
                    statements,
                    profile,
                    known,
                    logStatements,
                    limits,
                    guidance,
                    schemaFrom,
                    oracles,
                    references);
        }
    }

    /** How many of the statements are that worker's; {@link Long#MAX_VALUE} where there is no limit. */
    long statementsOf(int worker) {
        if (statements == null) {
            return Long.MAX_VALUE;
        }
        return statements / workers + (worker < statements % workers ? 1 : 0);
    }
}
