package dev.blazon.stats.source.clickhouse;

import dev.blazon.count.DayRange;
import dev.blazon.project.ProjectName;
import java.util.List;

/** What one query asks for: some projects on some days. */
record Piece(List<ProjectName> projects, DayRange days) {}
