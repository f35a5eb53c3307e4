package dev.blazon.api.resolve;

import dev.blazon.api.dialect.CanonicalQuery;

/**
 * The target of a request (RFC 9112, section 3.2): host, path and query.
 *
 * @param host the {@code Host} header as sent, port included; empty if none was sent
 * @param uri path and query, still percent-encoded
 */
public record RequestTarget(String host, String uri) {

  /**
   * The longest path and query, in bytes: every HTTP client and server accepts as much, and no real
   * badge needs more.
   */
  public static final int LONGEST_URI = 8 * 1024;

  /**
   * Reads the target of a request line. Some clients, mostly proxies, write the whole URL there
   * (RFC 9112, section 3.2.2); its host then replaces that of the header. The query is brought into
   * its canonical form, so that noise in it neither makes another answer nor another entry in a
   * cache.
   */
  public static RequestTarget of(String host, String target) {
    int scheme = target.startsWith("/") ? -1 : target.indexOf("://");
    if (scheme < 0 || !target.substring(0, scheme).matches("(?i)https?")) {
      return canonical(host, target);
    }
    int start = scheme + 3;
    int end = start;
    while (end < target.length() && "/?".indexOf(target.charAt(end)) < 0) {
      end++;
    }
    String rest = target.substring(end);
    return canonical(target.substring(start, end), rest.startsWith("/") ? rest : "/" + rest);
  }

  private static RequestTarget canonical(String host, String uri) {
    int mark = uri.indexOf('?');
    if (mark < 0) {
      return new RequestTarget(host, uri);
    }
    String query = CanonicalQuery.of(uri.substring(mark + 1));
    String path = uri.substring(0, mark);
    return new RequestTarget(host, query.isEmpty() ? path : path + '?' + query);
  }

  /** The same target at any host, for answers that are the same at all of them. */
  public RequestTarget atAnyHost() {
    return host.isEmpty() ? this : new RequestTarget("", uri);
  }

  public String path() {
    int mark = uri.indexOf('?');
    return mark < 0 ? uri : uri.substring(0, mark);
  }

  /** The query without its question mark; empty if there is none. */
  public String query() {
    int mark = uri.indexOf('?');
    return mark < 0 ? "" : uri.substring(mark + 1);
  }

  public boolean isTooLong() {
    return uri.length() > LONGEST_URI;
  }

  /**
   * Whether the answer is to be saved as a file: the query has a parameter {@code download}, with
   * any value or none.
   */
  public boolean isDownload() {
    String query = query();
    for (int at = query.indexOf("download"); at >= 0; at = query.indexOf("download", at + 1)) {
      int end = at + "download".length();
      boolean starts = at == 0 || query.charAt(at - 1) == '&';
      boolean ends = end == query.length() || query.charAt(end) == '&' || query.charAt(end) == '=';
      if (starts && ends) {
        return true;
      }
    }
    return false;
  }

  /** About what this object takes in memory, in bytes. */
  public int weight() {
    return 64 + 2 * (host.length() + uri.length());
  }
}
