package dev.blazon.api.page;

import java.util.ArrayList;
import java.util.List;

/**
 * Brings a README home: every badge of pypip.in, shields.io's {@code /pypi}, badge.fury.io,
 * pepy.tech and badgen.net is rewritten to ours, and so are links to pages that went away with
 * their service. A pure function of the text; nothing is looked up. Immutable.
 *
 * @param text the README with its new addresses
 * @param fixes what was changed, in the order of the text
 */
record ReadmeRepair(String text, List<Fix> fixes) {

  /**
   * One address that was rewritten.
   *
   * @param line in the text, counted from 1
   * @param host the old one
   * @param oldUrl as it stood in the text
   * @param newUrl what stands there now
   * @param isBadge whether it is a picture; else a link
   */
  record Fix(int line, String host, String oldUrl, String newUrl, boolean isBadge) {

    /** Whether the old address leads nowhere any more. */
    boolean isDead() {
      return host.endsWith("pypip.in");
    }
  }

  ReadmeRepair {
    fixes = List.copyOf(fixes);
  }

  /**
   * Reads a README, in any markup, or one address alone.
   *
   * @param base our own address, without a slash at its end
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
