package dev.mysqlsmith.server;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where distributions have a shared library that old builds need.
 *
 * @param library as the loader asks for it
 * @param debian packages of Debian and Ubuntu that may have it, the newer name last
 * @param fedora the package of Fedora and its kin
 */
record SystemPackage(String library, List<String> debian, String fedora) {

    private static final List<SystemPackage> ALL = List.of(
            new SystemPackage("libaio.so.1", List.of("libaio1", "libaio1t64"), "libaio"),
            new SystemPackage("libnuma.so.1", List.of("libnuma1"), "numactl-libs"),
            new SystemPackage("libcrypt.so.1", List.of("libcrypt1"), "libxcrypt-compat"),
            new SystemPackage("libncurses.so.5", List.of("libncurses5"), "ncurses-compat-libs"),
            new SystemPackage("libtinfo.so.5", List.of("libtinfo5"), "ncurses-compat-libs"));

    static Optional<SystemPackage> of(String library) {
        return ALL.stream().filter(source -> source.library.equals(library)).findFirst();
    }

    /** What an administrator types. */
    static String advice(List<String> libraries) {
        List<SystemPackage> known =
                libraries.stream().flatMap(library -> of(library).stream()).toList();
        if (known.size() < libraries.size()) {
            return "your distribution's packages with " + String.join(", ", libraries);
        }
        String debian = known.stream()
                .map(source ->
                        source.debian.get(0) + (source.debian.size() > 1 ? " (or " + source.debian.get(1) + ")" : ""))
                .collect(Collectors.joining(" "));
        String fedora = known.stream().map(SystemPackage::fedora).collect(Collectors.joining(" "));
        return "apt-get install " + debian + " (Debian, Ubuntu) or dnf install " + fedora + " (Fedora)";
    }
}
