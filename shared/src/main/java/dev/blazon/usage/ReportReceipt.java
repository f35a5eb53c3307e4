package dev.blazon.usage;

/**
 * What became of the reports of one message; all accepted ones are on disk.
 *
 * @param accepted how many were new
 * @param duplicates how many were known by their {@code uuid} and {@code sequence}
 * @param ignored how many asked not to be counted
 */
public record ReportReceipt(int accepted, int duplicates, int ignored) {}
