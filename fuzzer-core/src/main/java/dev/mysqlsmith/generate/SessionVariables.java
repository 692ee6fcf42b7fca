package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Gate;
import dev.mysqlsmith.grammar.ServerVersion;
import java.util.ArrayList;
import java.util.List;

/** Session variables and values for them: the table {@code variables.txt}. */
final class SessionVariables {
    /** @param lasts how many statements until it is set back; 0 for ever */
    record Setting(String name, String value, int lasts) {}

    private SessionVariables() {}

    /** Those that the version has, a line more than once as often as it stands there. */
    static List<Setting> of(ServerVersion version) {
        List<Setting> settings = new ArrayList<>();
        for (String line : Resources.lines("variables.txt")) {
            String[] parts = line.split("\t");
            if (parts.length < 3 || Gate.parse(parts[2]).admits(version)) {
                settings.add(new Setting(parts[0], parts[1], parts.length < 4 ? 0 : Integer.parseInt(parts[3])));
            }
        }
        return settings;
    }
}
