package dev.mysqlsmith.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Data directories, made once for a build and kept; a start copies one. */
final class DataTemplate {

    /** Changes when what we put into a data directory changes. */
    private static final String FORM = "v1";

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** What a run folder needs while a template is made and used. */
    static final long ROOM = 1L << 29;

    private final Basedir base;
    private final ServerCache cache;
    private final ServerProgress progress;

    DataTemplate(Basedir base, ServerCache cache, ServerProgress progress) {
        this.base = base;
        this.cache = cache;
        this.progress = progress;
    }

    /** The template for that build with those options of the user. */
    Path folder(List<ServerOption> options) {
        List<ServerOption> shaping = MysqldOptions.shapingData(options);
        String name = Stream.concat(
                        Stream.of(FORM, base.key()),
                        shaping.stream().map(option -> option.toString().replaceAll("[^A-Za-z0-9=.-]", "_")))
                .collect(Collectors.joining("+"));
        return cache.entry(cache.templates(), name, target -> make(target, shaping));
    }

    private void make(Path target, List<ServerOption> options) throws IOException {
        progress.step("initialising a data directory of " + base.name());
        RunFolder folder = RunFolder.create(cache, ROOM);
        try {
            Files.createDirectories(folder.files());
            initialise(folder, options);
            allowLoopback(folder, options);
            Folders.copy(folder.data(), target);
        } finally {
            folder.delete();
        }
    }

    private void initialise(RunFolder folder, List<ServerOption> options) throws IOException {
        Path script = null;
        if (!base.isMysqlFrom(50700)) {
            // 5.5 and 5.6 want the folder of the database before they can use it
            Files.createDirectories(folder.data().resolve("mysql"));
            script = Files.write(folder.path().resolve("bootstrap.sql"), bootstrap());
        }
        ServerProcess process = ServerProcess.start(
                base, new MysqldOptions(base).initialise(folder, options), folder.path(), folder.log(), script);
        if (!process.waitFor(PATIENCE)) {
            process.kill();
            throw new ServerException("server '" + base.name() + "': making a data directory took longer than "
                    + PATIENCE.toMinutes() + " minutes");
        }
        if (!Integer.valueOf(0).equals(process.exitCode())) {
            throw StartFailure.of(base, folder, process, "can't make a data directory");
        }
    }

    /** The system tables' scripts in the order that the build's own installer feeds them in. */
    private byte[] bootstrap() throws IOException {
        StringBuilder script = new StringBuilder("CREATE DATABASE IF NOT EXISTS mysql;\nUSE mysql;\n");
        script.append("SET @auth_root_socket=NULL;\n");
        List<String> prefixes = base.isMariaDb() ? List.of("mariadb_", "mysql_") : List.of("mysql_");
        for (String name : List.of(
                "system_tables.sql",
                "performance_tables.sql",
                "system_tables_data.sql",
                "fill_help_tables.sql",
                "maria_add_gis_sp_bootstrap.sql",
                "sys_schema.sql")) {
            for (Path file : Stream.concat(prefixes.stream().map(prefix -> prefix + name), Stream.of(name))
                    .map(base.share()::resolve)
                    .filter(Files::exists)
                    .limit(1)
                    .toList()) {
                script.append(Files.readString(file, StandardCharsets.UTF_8)).append('\n');
            }
        }
        return script.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Lets root in over TCP: without name resolution 127.0.0.1 is not localhost. The clean shutdown behind it gives a
     * directory that starts without recovery.
     */
    private void allowLoopback(RunFolder folder, List<ServerOption> options) throws IOException {
        boolean createsUsers = base.isMariaDb() || base.isMysqlFrom(50700);
        Path script = Files.writeString(
                folder.path().resolve("init.sql"),
                String.format(
                        Locale.ROOT,
                        "%sGRANT ALL PRIVILEGES ON *.* TO 'root'@'127.0.0.1' WITH GRANT OPTION;\n",
                        createsUsers ? "CREATE USER IF NOT EXISTS 'root'@'127.0.0.1' IDENTIFIED BY '';\n" : ""));
        LocalStart start = new LocalStart(base, folder);
        ServerProcess process = start.run(
                        Stream.concat(options.stream(), Stream.of(new ServerOption("init-file", script.toString())))
                                .toList())
                .process();
        if (!process.shutDown(PATIENCE)) {
            process.kill();
            throw new ServerException("server '" + base.name() + "' did not shut down after it was initialised");
        }
    }
}
