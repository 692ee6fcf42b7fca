package dev.mysqlsmith.campaign;

/** A campaign ended before its time, because the tool or its environment failed again and again. */
public final class CampaignFailedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient CampaignSummary summary;

    CampaignFailedException(CampaignSummary summary, RuntimeException cause) {
        super("the campaign ended before its time: " + cause.getMessage(), cause);
        this.summary = summary;
    }

    /** What it came to until then. */
    public CampaignSummary summary() {
        return summary;
    }
}
