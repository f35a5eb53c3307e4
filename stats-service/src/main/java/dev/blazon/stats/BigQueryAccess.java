package dev.blazon.stats;

import dev.blazon.stats.source.bigquery.ServiceAccount;
import java.net.URI;

/**
 * How BigQuery is asked, and who pays.
 *
 * @param url its API
 * @param maxBytesBilled a query that would be billed for more bytes is not run
 */
public record BigQueryAccess(URI url, ServiceAccount account, long maxBytesBilled) {}
