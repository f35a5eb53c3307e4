/**
 * A chart as a value: numbers over time or shares, their caption, and how the picture should look.
 * API and imaging service exchange it. It knows nothing of projects and counting: who makes a chart
 * writes its words. Painting does not enter here.
 */
package dev.blazon.chart;
