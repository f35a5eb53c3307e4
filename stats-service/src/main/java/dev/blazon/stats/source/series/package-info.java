/**
 * Histories of single projects from pypistats.org and pepy.tech, the last resort when no other
 * source answers. Both allow few requests and know about half a year. Each says less than our own
 * count: pypistats no versions, pepy no mirrors. Nothing of other sources or of the store may
 * enter.
 */
package dev.blazon.stats.source.series;
