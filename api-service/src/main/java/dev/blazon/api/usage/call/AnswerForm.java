package dev.blazon.api.usage.call;

import dev.blazon.api.question.CallQuery;
import java.util.List;
import java.util.Locale;

/** How counts are written. */
enum AnswerForm {
  JSON,
  CSV,
  HTML;

  private static final List<String> WORDS = List.of("json", "csv", "html");

  /** More alternatives than any client has; the rest is not looked at. */
  private static final int MOST_RANGES = 32;

  /**
   * The form that the parameter {@code format} names, or else the one that the client prefers (RFC
   * 9110, section 12.5.1). One that takes anything gets JSON, as from EspyMetrics.
   *
   * @param accept the header; may be null
   * @throws dev.blazon.api.question.RefusedException if there is no such form
   */
  static AnswerForm of(CallQuery query, String accept) {
    return query
        .optionalChoice("format", WORDS)
        .map(word -> valueOf(word.toUpperCase(Locale.ROOT)))
        .orElseGet(() -> preferred(accept == null ? "*/*" : accept));
  }

  private static AnswerForm preferred(String accept) {
    double json = quality(accept, "application", "json");
    double html = quality(accept, "text", "html");
    double csv = quality(accept, "text", "csv");
    if (html > json && html >= csv) {
      return HTML;
    }
    return csv > json ? CSV : JSON;
  }

  /** How much the client wants a type: the most particular range that fits says it. */
  private static double quality(String accept, String type, String subtype) {
    double quality = 0;
    int best = 0;
    for (String range : accept.toLowerCase(Locale.ROOT).split(",", MOST_RANGES)) {
      String[] parts = range.split(";", -1);
      int fits = fit(parts[0].strip(), type, subtype);
      if (fits > best) {
        best = fits;
        quality = weight(parts);
      }
    }
    return quality;
  }

  private static int fit(String range, String type, String subtype) {
    if (range.equals(type + "/" + subtype)) {
      return 3;
    }
    if (range.equals(type + "/*")) {
      return 2;
    }
    return range.equals("*/*") ? 1 : 0;
  }

  private static double weight(String[] parts) {
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].strip();
      if (parameter.matches("q=[01](\\.[0-9]{0,3})?")) {
        return Double.parseDouble(parameter.substring(2));
      }
    }
    return 1;
  }
}
