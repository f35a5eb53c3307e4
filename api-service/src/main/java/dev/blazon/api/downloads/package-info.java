/**
 * Download counts of projects from pypistats.org and pepy.tech.
 *
 * <p>Here are the two clients, the readers of their answers, and the counts themselves ({@link
 * dev.blazon.api.downloads.DownloadCounts}). Each client keeps to the limits of its service.
 *
 * <p>This package may use {@code upstream} and {@code shared}. It must not use dialects, shields,
 * imaging, {@code api.resolve} or {@code api.rendered}.
 */
package dev.blazon.api.downloads;
