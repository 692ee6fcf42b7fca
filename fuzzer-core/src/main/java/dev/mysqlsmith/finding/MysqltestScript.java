package dev.mysqlsmith.finding;

import java.util.HashSet;
import java.util.Set;

/** Writes a repro as mysqltest reads it. */
final class MysqltestScript {
    private final Repro repro;
    private final StringBuilder script = new StringBuilder();
    private final Set<Integer> opened = new HashSet<>(Set.of(0));
    private String delimiter = ";";
    private int session;

    MysqltestScript(Repro repro) {
        this.repro = repro;
    }

    String write() {
        for (int i = 0; i < repro.history().size(); i++) {
            Step step = repro.history().steps().get(i);
            delimiter(ReproScript.delimiterFor(step.sql().strip()));
            session(step.session());
            if (i < repro.errors().size() && repro.errors().get(i) != 0) {
                line("--error " + repro.errors().get(i));
            }
            script.append(ReproScript.ended(step.sql().strip()));
        }
        return script.toString();
    }

    private void delimiter(String wanted) {
        if (!wanted.equals(delimiter)) {
            line("--delimiter " + wanted);
            delimiter = wanted;
        }
    }

    private void session(int wanted) {
        if (wanted != session) {
            String name = wanted == 0 ? "default" : "s" + wanted;
            line(opened.add(wanted) ? "--connect (" + name + ",localhost,root,,*NO-ONE*)" : "--connection " + name);
            session = wanted;
        }
    }

    private void line(String command) {
        script.append(command).append('\n');
    }
}
