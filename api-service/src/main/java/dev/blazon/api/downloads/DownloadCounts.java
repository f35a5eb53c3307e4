package dev.blazon.api.downloads;

/**
 * Recent download counts of a project, without mirrors.
 *
 * @param lastDay downloads on the newest known day
 * @param lastWeek downloads in the newest known 7 days
 * @param lastMonth downloads in the newest known 30 days
 */
public record DownloadCounts(long lastDay, long lastWeek, long lastMonth) {}
