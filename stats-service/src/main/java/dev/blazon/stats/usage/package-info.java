/**
 * Usage reports of Python programs. {@link dev.blazon.stats.usage.UsageService} connects the rooms:
 * {@code report} reads what programs send and takes out who they are, {@code store} keeps it, and
 * {@code query} counts it. It knows no downloads, no badge and no HTTP.
 */
package dev.blazon.stats.usage;
