package dev.mysqlsmith.finding;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Errors in which a storage engine says that its data is corrupt. */
final class CorruptionSign implements LogSign {
    private static final Pattern ERROR = Pattern.compile(".*\\[(?:ERROR|FATAL)\\]\\s*(?:\\[MY-\\d+\\]\\s*)?(.*)");
    private static final Pattern CORRUPT = Pattern.compile(
            "(?i).*(database page corruption|\\bcorrupt(ed|ion)?\\b|is marked as crashed|checksum mismatch"
                    + "|clustered record for sec rec not found|was not found on update"
                    + "|purge non-delete-marked record|missing or wrong file_checkpoint).*");
    /** Advice, and words about binary logs and clients, which are no data of ours. */
    private static final Pattern OTHER = Pattern.compile("(?i).*(may be corrupt|binary log|relay log|packet).*");

    @Override
    public Optional<Incident.Failure> read(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            Matcher error = ERROR.matcher(lines.get(i));
            if (error.matches()
                    && CORRUPT.matcher(error.group(1)).matches()
                    && !OTHER.matcher(error.group(1)).matches()) {
                String text = LogSign.withoutNumbers(error.group(1)
                        .replaceAll("[`'\"][^`'\"]*[`'\"](?:\\.[`'\"][^`'\"]*[`'\"])*", "?")
                        .replaceAll("\\S*/\\S+", "?"));
                return Optional.of(new Incident.Failure(new Signature(Kind.CORRUPTION, text), error.group() + "\n"));
            }
        }
        return Optional.empty();
    }
}
