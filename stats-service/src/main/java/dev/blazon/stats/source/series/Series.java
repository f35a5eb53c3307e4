package dev.blazon.stats.source.series;

import dev.blazon.count.Day;
import java.util.Map;
import java.util.NavigableMap;

/**
 * Downloads by day and category, as pypistats sends them.
 *
 * @param project the name in the answer
 * @param type what the categories are, as in {@code overall_downloads}
 */
record Series(String project, String type, NavigableMap<Day, Map<String, Long>> days) {}
