package dev.blazon.stats.source.bigquery;

import dev.blazon.stats.source.SourceException;
import dev.blazon.stats.source.SourceException.Kind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Checks that the pages of one result fit together: the same columns and total on each, no page
 * twice, and as many rows as announced. Used once.
 */
final class PagedQuery {

  private final String name;
  private final List<String> columns;
  private final Set<String> tokens = new HashSet<>();
  private final Set<String> digests = new HashSet<>();
  private long totalRows = -1;
  private long rows;

  /**
   * @param columns those that the query has
   */
  PagedQuery(String name, List<String> columns) {
    this.name = name;
    this.columns = columns;
  }

  /** Checks a page, before its rows are used. */
  void add(ResultPage page) throws SourceException {
    if (!page.columns().equals(columns)) {
      throw malformed("the columns are " + page.columns() + ", not " + columns);
    }
    if (totalRows >= 0 && page.totalRows() != totalRows) {
      throw malformed("totalRows changed from " + totalRows + " to " + page.totalRows());
    }
    totalRows = page.totalRows();
    rows += page.rows().size();
    if (rows > totalRows) {
      throw malformed("there are more rows than the " + totalRows + " announced");
    }
    Optional<String> token = page.pageToken();
    if (token.isPresent() && !tokens.add(token.get())) {
      throw malformed("a page leads back to an earlier one");
    }
    // Rows are unique, as they are grouped; so equal pages are one page sent twice.
    if (!page.rows().isEmpty() && !digests.add(digest(page))) {
      throw malformed("a page was sent twice");
    }
  }

  /** Checks that nothing is missing, after the last page. */
  void end() throws SourceException {
    if (rows != totalRows) {
      throw malformed("only " + rows + " of " + totalRows + " rows arrived");
    }
  }

  private SourceException malformed(String problem) {
    return new SourceException(Kind.MALFORMED, name + ": " + problem);
  }

  private static String digest(ResultPage page) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (List<Optional<String>> row : page.rows()) {
        for (Optional<String> cell : row) {
          digest.update(cell.orElse("").getBytes(StandardCharsets.UTF_8));
          digest.update((byte) (cell.isPresent() ? 0 : 1)); // Ends the cell.
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("each Java has SHA-256", e);
    }
  }
}
