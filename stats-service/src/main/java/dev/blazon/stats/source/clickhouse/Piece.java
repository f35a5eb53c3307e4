package dev.blazon.stats.source.clickhouse;

import dev.blazon.project.ProjectName;
import dev.blazon.stats.count.DayRange;
import java.util.List;

/** What one query asks for: some projects on some days. */
record Piece(List<ProjectName> projects, DayRange days) {}
