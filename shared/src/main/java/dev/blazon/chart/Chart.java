package dev.blazon.chart;

/** What a chart shows. How it looks is a {@link ChartLook}. */
public sealed interface Chart permits TimeChart, ShareChart, MessageChart {

  /** The words around the chart. */
  Caption caption();
}
