package dev.blazon.api.page;

import java.util.ArrayList;
import java.util.List;

/**
 * A repaired README: every badge of pypip.in, shields.io's {@code /pypi}, badge.fury.io, pepy.tech
 * and badgen.net is replaced by ours, and so are links to pages that no longer exist. A pure
 * function of the text, without look-ups. Immutable.
 *
 * @param text the README with the new URLs
 * @param fixes the changes, in the order of the text
 */
record ReadmeRepair(String text, List<Fix> fixes) {

  /**
   * One replaced URL.
   *
   * @param line its line in the text, from 1
   * @param host the old host name
   * @param oldUrl the old URL as written in the text
   * @param newUrl the new URL
   * @param isBadge whether it is a badge; otherwise a link
   */
  record Fix(int line, String host, String oldUrl, String newUrl, boolean isBadge) {

    /** Whether the old URL no longer works. */
    boolean isDead() {
      return host.endsWith("pypip.in");
    }
  }

  ReadmeRepair {
    fixes = List.copyOf(fixes);
  }

  /**
   * Repairs a README in any markup, or a single URL.
   *
   * @param base our base URL, without a slash at its end
   */
  static ReadmeRepair of(String readme, String base) {
    List<Fix> fixes = new ArrayList<>();
    StringBuilder repaired = new StringBuilder(readme.length() + 256);
    int copied = 0;
    int line = 1;
    for (FoundUrl url : UrlScanner.scan(readme)) {
      OldAddress.New renewed = OldAddress.renewed(url).orElse(null);
      if (renewed == null) {
        continue;
      }
      line += lineBreaks(readme, copied, url.start());
      String newUrl = whole(renewed, base);
      repaired.append(readme, copied, url.start()).append(newUrl);
      copied = url.end();
      boolean isBadge = renewed instanceof OldAddress.New.Badge;
      fixes.add(new Fix(line, url.host(), url.in(readme), newUrl, isBadge));
    }
    repaired.append(readme, copied, readme.length());
    return new ReadmeRepair(repaired.toString(), fixes);
  }

  List<Fix> badges() {
    return fixes.stream().filter(Fix::isBadge).toList();
  }

  private static String whole(OldAddress.New renewed, String base) {
    if (renewed instanceof OldAddress.New.Badge badge) {
      return base + badge.path();
    }
    String address = ((OldAddress.New.Link) renewed).address();
    return address.startsWith("/") ? base + address : address;
  }

  private static int lineBreaks(String text, int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == '\n') {
        count++;
      }
    }
    return count;
  }
}
