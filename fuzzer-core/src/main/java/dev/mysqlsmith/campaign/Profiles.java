package dev.mysqlsmith.campaign;

import dev.mysqlsmith.generate.Profile;
import java.io.IOException;
import java.nio.file.Path;

/** Finds the profile that somebody means. */
public final class Profiles {
    private Profiles() {}

    /**
     * The built-in profile of that name, or the one in that file.
     *
     * @throws IllegalArgumentException where there is none; the message names those that there are
     */
    public static Profile of(String nameOrFile) {
        boolean isFile = nameOrFile.contains("/") || nameOrFile.contains(".");
        if (!isFile) {
            return Profile.named(nameOrFile);
        }
        try {
            return Profile.load(Path.of(nameOrFile));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "profile '" + nameOrFile + "' cannot be read ("
                            + e.getClass().getSimpleName() + "); expected a file, or one of "
                            + String.join(", ", Profile.names()),
                    e);
        }
    }
}
