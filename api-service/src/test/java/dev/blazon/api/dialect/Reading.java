package dev.blazon.api.dialect;

import dev.blazon.api.lookup.ProjectKey;
import dev.blazon.api.shield.PrereleaseShield;
import dev.blazon.api.shield.ShieldCatalog;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Reads URLs in tests, and summarises the result in one line. */
final class Reading {

  static final Dialects DIALECTS =
      new Dialects(
          new ShieldCatalog(),
          new Indexes(
              URI.create("https://pypi.org"),
              Map.of("testpypi", URI.create("https://test.pypi.org"))));

  private Reading() {}

  /** Reads {@code //host/path?query}, or {@code /path?query} on a host of no known service. */
  static Optional<BadgeRequest> read(String url) {
    String host = "localhost:8080";
    String rest = url.startsWith("https:") ? url.substring(6) : url;
    rest = rest.startsWith("http:") ? rest.substring(5) : rest;
    if (rest.startsWith("//")) {
      int slash = rest.indexOf('/', 2);
      host = slash < 0 ? rest.substring(2) : rest.substring(2, slash);
      rest = slash < 0 ? "/" : rest.substring(slash);
    }
    int question = rest.indexOf('?');
    return DIALECTS.read(
        host,
        question < 0 ? rest : rest.substring(0, question),
        question < 0 ? "" : rest.substring(question + 1));
  }

  /** For example {@code version requests 2.0}, {@code "label|message|color"}, or {@code none}. */
  static String summary(String url) {
    return read(url).map(Reading::summary).orElse("none");
  }

  private static String release(ProjectKey key) {
    return key.version().map(version -> " " + version).orElse("")
        + key.index().map(index -> " @" + index).orElse("");
  }

  private static String summary(BadgeRequest request) {
    Subject subject = request.subject();
    if (subject instanceof Subject.Facts<?> of) {
      return of.name()
          + " "
          + of.project().orElseThrow().normalized()
          + (of.key() instanceof ProjectKey key ? release(key) : "")
          + (of.shield() instanceof PrereleaseShield ? " pre" : "");
    }
    if (subject instanceof Subject.Document of) {
      return "endpoint " + of.key().url();
    }
    var content = ((Subject.Words) subject).content();
    return content.label() + "|" + content.message() + "|" + content.color().name();
  }
}
