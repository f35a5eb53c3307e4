package dev.blazon.chart;

/**
 * The words around a chart.
 *
 * @param title what it shows, as in {@code requests: downloads by version}
 * @param note what is counted, until which day, and from where, as in {@code downloads a day
 *     without mirrors, until 2026-11-29 · ClickHouse}; may be empty
 * @param description the chart in a few sentences, for readers who do not see it
 */
public record Caption(String title, String note, String description) {}
