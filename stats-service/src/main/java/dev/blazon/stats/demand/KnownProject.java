package dev.blazon.stats.demand;

import dev.blazon.count.Day;
import dev.blazon.project.ProjectName;
import java.time.Instant;

/**
 * A project whose history is kept.
 *
 * @param countedTo the newest day that is kept
 * @param lastAsked when a reader last asked for the project
 */
public record KnownProject(ProjectName name, Day countedTo, Instant lastAsked) {}
