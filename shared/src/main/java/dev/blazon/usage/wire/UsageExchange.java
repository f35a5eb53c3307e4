package dev.blazon.usage.wire;

import dev.blazon.count.wire.WireJson;

/**
 * The HTTP protocol between the API and a stats service about usage reports:
 *
 * <ul>
 *   <li>POST {@link #REPORT}: the body of a program's report as it came. Status 200 with a {@link
 *       ReceiptForm} means that the reports are on disk.
 *   <li>GET {@link UsageUrl#count}: a question. Status 200 with a {@link TableForm}.
 *   <li>GET {@link UsageUrl#reports}: the reports of a stretch of time, as JSON Lines, the oldest
 *       first.
 * </ul>
 *
 * <p>Any other status has a {@link RefusalForm}. The time that the reader has is in the header of
 * {@link dev.blazon.count.wire.StatsExchange#WITHIN_HEADER}. Nothing is cacheable.
 */
public final class UsageExchange {

  /** Where reports are sent to. */
  public static final String REPORT = "/v1/usage/report";

  /** The longest body of reports, in bytes. */
  public static final int LONGEST_BODY = 64 * 1024;

  /** The media type of receipts, tables and refusals. */
  public static final String JSON = "application/json";

  /** The media type of a stream of reports. */
  public static final String JSON_LINES = "application/jsonl";

  /** The longest table, in bytes: {@link dev.blazon.usage.UsageTable#MOST_ROWS} of 160 bytes. */
  public static final int LONGEST_TABLE = 8 << 20;

  /** Deeper than any document. */
  private static final int DEEPEST = 8;

  /** Receipts, tables and refusals. */
  static final WireJson DOCUMENTS = new WireJson(DEEPEST);

  private UsageExchange() {}
}
