package dev.blazon.chart;

import java.time.LocalDate;

/**
 * A day that a chart marks.
 *
 * @param day the first day that is different
 * @param words a few, as in {@code counting changed}
 */
public record ChartMark(LocalDate day, String words) {}
