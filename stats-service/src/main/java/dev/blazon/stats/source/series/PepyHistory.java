package dev.blazon.stats.source.series;

import dev.blazon.count.Day;
import java.util.Map;
import java.util.NavigableMap;

/**
 * What pepy tells about a project.
 *
 * @param project the name in the answer
 * @param total all downloads ever
 * @param days downloads by version, on days that have any
 */
record PepyHistory(String project, long total, NavigableMap<Day, Map<String, Long>> days) {}
