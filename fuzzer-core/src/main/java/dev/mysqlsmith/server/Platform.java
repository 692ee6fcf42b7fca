package dev.mysqlsmith.server;

import java.util.Locale;

/**
 * Operating system and processor.
 *
 * @param name as in {@code builds.txt}: {@code linux-x86_64}, {@code mac-aarch64}, {@code windows-x86}
 */
record Platform(String name) {

    static Platform current() {
        return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    }

    static Platform of(String osName, String osArch) {
        String os = osName.toLowerCase(Locale.ROOT);
        String arch = osArch.toLowerCase(Locale.ROOT);
        boolean arm = arch.equals("aarch64") || arch.equals("arm64");
        String processor = arm ? "aarch64" : arch.equals("amd64") || arch.equals("x86_64") ? "x86_64" : arch;
        if (os.startsWith("windows")) {
            // the one Windows build is 64-bit, whatever its classifier says, and Windows on ARM runs it too
            return new Platform("windows-x86");
        }
        return new Platform((os.startsWith("mac") ? "mac" : os) + "-" + processor);
    }

    boolean isLinux() {
        return name.startsWith("linux-");
    }

    boolean isWindows() {
        return name.startsWith("windows-");
    }

    @Override
    public String toString() {
        return name;
    }
}
