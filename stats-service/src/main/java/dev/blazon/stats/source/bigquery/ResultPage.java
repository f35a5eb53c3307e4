package dev.blazon.stats.source.bigquery;

import java.util.List;
import java.util.Optional;

/**
 * A page of a query's result, or the news that the query still runs.
 *
 * @param isComplete whether the query has ended; if not, there are no rows
 * @param columns the names of the columns
 * @param rows the cells of each row; empty cells are NULL
 * @param totalRows how many rows all pages have together; -1 if the page does not say
 * @param pageToken leads to the next page; empty: this is the last one
 * @param jobId the query's name
 * @param location where the query runs
 */
record ResultPage(
    boolean isComplete,
    List<String> columns,
    List<List<Optional<String>>> rows,
    long totalRows,
    Optional<String> pageToken,
    Optional<String> jobId,
    Optional<String> location) {}
