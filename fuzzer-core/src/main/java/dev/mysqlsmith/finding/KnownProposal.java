package dev.mysqlsmith.finding;

/** The entry of a list of known bugs that would tell a finding: {@code known.yaml} of its folder. */
final class KnownProposal {
    private KnownProposal() {}

    static String of(Finding finding) {
        return """
                # To have this finding taken as known: fill in, and append to the file that --known names.
                # until: the last day (2027-03-31), or the first version without the bug (8.0.34)
                - signature: %s
                  link:
                  reason:
                  until:
                """.formatted(quoted(finding.signature().toString()));
    }

    /** In single quotes nothing but themselves is special; a signature is one line. */
    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
