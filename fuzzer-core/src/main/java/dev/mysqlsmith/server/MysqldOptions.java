package dev.mysqlsmith.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Command lines of mysqld: small data, nothing that reaches outside, and the defaults wherever behaviour could differ. */
final class MysqldOptions {

    /** What a data directory is made with; one made without them would not start with them, or ignore them. */
    private static final Set<String> SHAPE_DATA = Set.of(
            "innodb-checksum-algorithm",
            "innodb-data-file-path",
            "innodb-file-format",
            "innodb-file-per-table",
            "innodb-page-size",
            "innodb-undo-tablespaces",
            "lower-case-table-names");

    private final Basedir base;

    MysqldOptions(Basedir base) {
        this.base = base;
    }

    /** Those of the user's options that the data directory is made with. */
    static List<ServerOption> shapingData(List<ServerOption> options) {
        return options.stream()
                .filter(option -> SHAPE_DATA.contains(option.canonicalName().replaceFirst("^loose-", "")))
                .toList();
    }

    /** Makes an empty data directory. */
    List<String> initialise(RunFolder folder, List<ServerOption> options) {
        List<String> command = start(base.initialiser().toString(), folder);
        command.add(base.isMysqlFrom(50700) ? "--initialize-insecure" : "--bootstrap");
        command.addAll(small());
        if (!base.isMysqlFrom(50700)) {
            command.add("--max-allowed-packet=16M"); // the help tables' INSERTs are long
        }
        options.forEach(option -> command.add(option.argument()));
        return command;
    }

    /** Runs on an existing data directory; {@code options} come last and win. */
    List<String> run(RunFolder folder, int port, List<ServerOption> options) {
        List<String> command = start(base.binary().toString(), folder);
        command.addAll(List.of(
                "--port=" + port,
                "--socket=" + folder.socket(),
                "--pid-file=" + folder.pidFile(),
                "--bind-address=127.0.0.1",
                "--tmpdir=" + folder.files(),
                "--secure-file-priv=" + folder.files(),
                "--skip-name-resolve",
                "--local-infile=0",
                "--max-connections=100",
                "--innodb-flush-log-at-trx-commit=2"));
        command.addAll(small());
        if (base.isMysqlFrom(80000)) {
            command.add("--mysqlx=OFF");
        }
        if (base.isMariaDb() && base.version().number() >= 110400) {
            command.add("--skip-ssl"); // it makes itself a new RSA key at each start
        }
        options.forEach(option -> command.add(option.argument()));
        return command;
    }

    private List<String> start(String binary, RunFolder folder) {
        List<String> command = new ArrayList<>();
        command.add(binary);
        command.add("--no-defaults");
        command.add("--datadir=" + folder.data()); // early: what is left over is known by it
        command.add("--basedir=" + base.folder());
        command.addAll(base.options());
        if (System.getProperty("user.name", "").equals("root")) {
            command.add("--user=root");
        }
        return command;
    }

    /** Native asynchronous IO stays off: many servers side by side run out of its contexts, and each then waits at start. */
    private List<String> small() {
        List<String> options = new ArrayList<>(
                List.of("--performance-schema=OFF", "--innodb-buffer-pool-size=64M", "--innodb-use-native-aio=0"));
        if (base.isMysqlFrom(80030)) {
            options.add("--innodb-redo-log-capacity=8M");
        } else {
            options.add("--innodb-log-file-size=" + (base.isMariaDb() ? "16M" : "8M"));
        }
        if (base.isMysqlFrom(80000)) {
            options.add("--skip-log-bin");
        }
        if (base.isMariaDb() || base.isMysqlFrom(50600)) {
            options.add("--innodb-buffer-pool-dump-at-shutdown=OFF");
            options.add("--innodb-buffer-pool-load-at-startup=OFF");
        }
        return options;
    }
}
