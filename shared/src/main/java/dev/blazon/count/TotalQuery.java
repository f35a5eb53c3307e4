package dev.blazon.count;

import dev.blazon.project.ProjectName;

/**
 * A question about one number.
 *
 * @param window which days; versions and categories are kept for a limited time, so that with a
 *     filter {@link Window#ALL} means all days on which they are known
 */
public record TotalQuery(ProjectName project, Window window, Measure measure, Filter filter) {}
