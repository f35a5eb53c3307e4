/**
 * Histories of projects from ClickHouse over HTTP: from the public service with PyPI's downloads
 * (ClickPy) or from a cluster with the same tables. Each answer is checked against the server's own
 * limits, since ClickHouse can stop reading silently. The queries are here; no other source's, and
 * nothing of the store.
 */
package dev.blazon.stats.source.clickhouse;
