package dev.blazon.chart;

/**
 * What is shown instead of a chart when there is nothing to draw.
 *
 * @param words one or two sentences, as in {@code No downloads have been counted yet.}
 */
public record MessageChart(Caption caption, String words) implements Chart {}
