package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Gate;
import dev.mysqlsmith.grammar.Resources;
import dev.mysqlsmith.grammar.ServerVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Session variables and values for them: the table {@code variables.txt}. */
final class SessionVariables {
    /**
     * A value for a variable.
     *
     * @param lasts how many statements until it is set back; 0 for ever
     * @param hintable whether SET_VAR may set it
     */
    record Setting(String name, String value, int lasts, boolean hintable) {}

    private SessionVariables() {}

    /** The variables' names. */
    static Set<String> names() {
        return Resources.lines(SessionVariables.class, "variables.txt").stream()
                .map(line -> line.split("\t")[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those that the version has and the profile sets, a line more than once as often as it stands there. */
    static List<Setting> of(ServerVersion version, Profile profile) {
        List<Setting> settings = new ArrayList<>();
        for (String line : Resources.lines(SessionVariables.class, "variables.txt")) {
            String[] parts = line.split("\t");
            if (profile.sets(parts[0])
                    && (parts.length < 3 || Gate.parse(parts[2]).admits(version))) {
                int lasts = parts.length < 4 ? 0 : Integer.parseInt(parts[3]);
                settings.add(new Setting(parts[0], parts[1], lasts, parts.length < 5 || !parts[4].equals("unhinted")));
            }
        }
        return settings;
    }
}
