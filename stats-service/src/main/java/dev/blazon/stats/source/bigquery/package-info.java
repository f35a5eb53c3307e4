/**
 * Days of all of PyPI, or of listed projects, from PyPI's public dataset in Google BigQuery, over
 * its REST interface. A query costs the operator money, so each has a limit of billed bytes, and a
 * result is compared with the number of rows that BigQuery announced. Nothing of other sources or
 * of the store may enter.
 */
package dev.blazon.stats.source.bigquery;
