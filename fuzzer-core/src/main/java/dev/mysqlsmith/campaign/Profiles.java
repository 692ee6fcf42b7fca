package dev.mysqlsmith.campaign;

import dev.mysqlsmith.generate.Profile;
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
        return isFile ? Profile.load(Path.of(nameOrFile)) : Profile.named(nameOrFile);
    }
}
