package dev.blazon.api.downloads;

/**
 * How often a project was downloaded, mirrors left out.
 *
 * @param lastDay on the newest day known
 * @param lastWeek in the newest 7 days known
 * @param lastMonth in the newest 30 days known
 */
public record DownloadCounts(long lastDay, long lastWeek, long lastMonth) {}
