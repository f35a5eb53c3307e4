/**
 * When days are imported: once each night, again while the source corrects them, and later if the
 * source was not ready. It decides, retries and counts; how a day is imported, {@code
 * dev.blazon.stats.download} knows. Nothing of readers, badges or HTTP may enter.
 */
package dev.blazon.stats.schedule;
