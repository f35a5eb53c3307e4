package dev.blazon.api.resolve;

/**
 * What a client asks for.
 *
 * @param host the {@code Host} header as sent, port included; empty: none was sent
 * @param uri path and query as sent, still percent-encoded
 */
public record RequestTarget(String host, String uri) {

  /** What every HTTP client and server copes with; no real badge needs more, in bytes. */
  public static final int LONGEST_URI = 8 * 1024;

  /**
   * What a request line asks for. Some clients, proxies above all, write the whole URL there (RFC
   * 9112, section 3.2.2); its host then counts, and not the header.
   */
  public static RequestTarget of(String host, String target) {
    int scheme = target.startsWith("/") ? -1 : target.indexOf("://");
    if (scheme < 0 || !target.substring(0, scheme).matches("(?i)https?")) {
      return new RequestTarget(host, target);
    }
    int start = scheme + 3;
    int end = start;
    while (end < target.length() && "/?".indexOf(target.charAt(end)) < 0) {
      end++;
    }
    String rest = target.substring(end);
    return new RequestTarget(
        target.substring(start, end), rest.startsWith("/") ? rest : "/" + rest);
  }

  public String path() {
    int mark = uri.indexOf('?');
    return mark < 0 ? uri : uri.substring(0, mark);
  }

  /** Without its question mark; empty: there is none. */
  public String query() {
    int mark = uri.indexOf('?');
    return mark < 0 ? "" : uri.substring(mark + 1);
  }

  public boolean isTooLong() {
    return uri.length() > LONGEST_URI;
  }

  /**
   * Whether the answer is to be saved as a file: a parameter {@code download}, whatever its value.
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

  /** About what this takes in memory, in bytes. */
  public int weight() {
    return 64 + 2 * (host.length() + uri.length());
  }
}
