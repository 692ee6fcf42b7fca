package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Gate;
import dev.mysqlsmith.grammar.Resources;
import dev.mysqlsmith.grammar.ServerVersion;
import java.util.ArrayList;
import java.util.List;

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

    /** Those that the version has, a line more than once as often as it stands there. */
    static List<Setting> of(ServerVersion version) {
        List<Setting> settings = new ArrayList<>();
        for (String line : Resources.lines(SessionVariables.class, "variables.txt")) {
            String[] parts = line.split("\t");
            if (parts.length < 3 || Gate.parse(parts[2]).admits(version)) {
                int lasts = parts.length < 4 ? 0 : Integer.parseInt(parts[3]);
                settings.add(new Setting(parts[0], parts[1], lasts, parts.length < 5 || !parts[4].equals("unhinted")));
            }
        }
        return settings;
    }
}
