/**
 * Charts: where each line, area, tick and text of a chart stands ({@code ChartLayout}, numbers and
 * words only), and the two painters that show it as SVG and as PNG. {@code ChartPainter} is the way
 * in. Nothing here is loaded before the first chart.
 */
package dev.blazon.imaging.chart;
