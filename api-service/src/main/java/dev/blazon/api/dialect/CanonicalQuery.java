package dev.blazon.api.dialect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The query of a badge's URL in the one form that has its meaning: only parameters that badges
 * know, in order, without noise. Queries with equal forms get equal answers, so the form is also
 * the key of caches. {@code normalize_query} in {@code varnish/default.vcl} makes the same form;
 * {@code varnish/queries.tsv} is run through both (decision 27).
 *
 * <ul>
 *   <li>Parameters are separated by {@code &} and nothing else.
 *   <li>Before a name, any number of {@code ?} and {@code amp;} is left out: a second question mark
 *       or an HTML escape came into the URL by mistake.
 *   <li>A name is compared as sent: case counts, and escapes are not decoded. A parameter with an
 *       unknown name is left out.
 *   <li>Of the rest the first {@value #MOST} stay. They are sorted by their bytes, unless a name
 *       occurs twice: then the order has a meaning and stays.
 * </ul>
 */
public final class CanonicalQuery {

  /**
   * More than a real badge has, links included; Varnish searches names that occur twice in a time
   * that grows with the square of this number.
   */
  static final int MOST = 32;

  private static final String ESCAPED_FOR_HTML = "amp;";

  /** Every name that a dialect, {@code isDownload} or a chart reads. */
  static final Set<String> NAMES =
      Set.of(
          "style",
          "label",
          "labelColor",
          "color",
          "message",
          "logo",
          "logoColor",
          "logoSize",
          "logoWidth",
          "link",
          "cacheSeconds",
          "maxAge",
          "cache",
          "colorA",
          "colorB",
          "period",
          "text",
          "version",
          "python",
          "installer",
          "system",
          "prereleases",
          "include_prereleases",
          "index",
          "pypiBaseUrl",
          "url",
          "units",
          "left_color",
          "right_color",
          "left_text",
          "icon",
          "iconWidth",
          "list",
          "scale",
          "idSuffix",
          "download",
          "by",
          "versions",
          "days",
          "interval",
          "mirrors",
          "form",
          "theme",
          "width",
          "height");

  private CanonicalQuery() {}

  /** The canonical form of a raw query, given without its question mark; it may be empty. */
  public static String of(String raw) {
    return raw.isEmpty() ? raw : String.join("&", parameters(raw));
  }

  /** The parameters of the canonical form, still percent-encoded, each with its name first. */
  static List<String> parameters(String raw) {
    List<String> parameters = new ArrayList<>();
    Set<String> names = new HashSet<>();
    boolean repeated = false;
    int end;
    for (int start = 0; start <= raw.length() && parameters.size() < MOST; start = end + 1) {
      int ampersand = raw.indexOf('&', start);
      end = ampersand < 0 ? raw.length() : ampersand;
      String parameter = raw.substring(withoutMarkup(raw, start, end), end);
      String name = name(parameter);
      if (NAMES.contains(name)) {
        parameters.add(parameter);
        repeated |= !names.add(name);
      }
    }
    if (!repeated) {
      Collections.sort(parameters);
    }
    return parameters;
  }

  /** The name of a parameter; all of it if there is no value. */
  static String name(String parameter) {
    int equals = parameter.indexOf('=');
    return equals < 0 ? parameter : parameter.substring(0, equals);
  }

  private static int withoutMarkup(String raw, int start, int end) {
    int at = start;
    while (at < end) {
      if (raw.charAt(at) == '?') {
        at++;
      } else if (raw.startsWith(ESCAPED_FOR_HTML, at)) {
        at += ESCAPED_FOR_HTML.length();
      } else {
        break;
      }
    }
    return at;
  }
}
