/**
 * How API and imaging service talk about charts: paths, the bytes of a chart and of its look, and
 * their bounds. Written and read in one place, for both sides.
 */
package dev.blazon.chart.wire;
