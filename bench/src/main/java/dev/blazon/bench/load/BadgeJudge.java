package dev.blazon.bench.load;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Accepts a response that is a complete badge of the requested format. Thread-safe. */
final class BadgeJudge implements Judge {

  private static final byte[] PNG_START = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  /** The chunk that ends every PNG: no data, its name, its checksum (PNG, section 11.2.5). */
  private static final byte[] PNG_END = {
    0, 0, 0, 0, 'I', 'E', 'N', 'D', (byte) 0xae, 0x42, 0x60, (byte) 0x82
  };

  /** The words of an SVG badge, which come within the first {@link #WORDS_WITHIN} bytes. */
  private static final Pattern WORDS = Pattern.compile("aria-label=\"([^\"]*)\"");

  private static final int WORDS_WITHIN = 1024;

  /** The messages that report a failure, Varnish's and the API's, in the words of all dialects. */
  private static final Pattern FAILURE =
      Pattern.compile(
          ".*: (unavailable|badge not found|(package |package or version |resource )?not found"
              + "|inaccessible|unreachable|unresponsive|slow|invalid response( data)?"
              + "|rate limited( by upstream service)?|no data( yet)?)");

  /** The {@code Cache-Control} of Varnish's own response when no node responds. */
  private static final String VARNISH_OWN = "public, max-age=10";

  private final boolean factsOnly;

  /**
   * @param factsOnly whether a picture that reports a failure is rejected
   */
  BadgeJudge(boolean factsOnly) {
    this.factsOnly = factsOnly;
  }

  @Override
  public Optional<String> fault(LoadRequest request, Response response) {
    if (response.status() != 200) {
      return Optional.of("status " + response.status());
    }
    return switch (request.kind()) {
      case SVG -> svg(response);
      case PNG -> png(response);
      case JSON -> json(response);
    };
  }

  private Optional<String> svg(Response response) {
    if (!response.header("Content-Type").startsWith("image/svg+xml")) {
      return Optional.of("not an SVG");
    }
    Buffer body = response.body();
    if (!starts(body, "<svg ") || !ends(body, "</svg>")) {
      return Optional.of("broken SVG");
    }
    if (factsOnly) {
      Matcher words =
          WORDS.matcher(body.getString(0, Math.min(body.length(), WORDS_WITHIN), "UTF-8"));
      if (words.find() && FAILURE.matcher(words.group(1)).matches()) {
        String said = words.group(1);
        return Optional.of("says" + said.substring(said.lastIndexOf(':') + 1));
      }
    }
    return Optional.empty();
  }

  private Optional<String> png(Response response) {
    if (!response.header("Content-Type").equals("image/png")) {
      return Optional.of("not a PNG");
    }
    if (!starts(response.body(), PNG_START) || !ends(response.body(), PNG_END)) {
      return Optional.of("broken PNG");
    }
    return factsOnly && response.header("Cache-Control").equals(VARNISH_OWN)
        ? Optional.of("says unavailable")
        : Optional.empty();
  }

  private static Optional<String> json(Response response) {
    if (!response.header("Content-Type").startsWith("application/json")) {
      return Optional.of("not JSON");
    }
    return starts(response.body(), "{") && ends(response.body(), "}")
        ? Optional.empty()
        : Optional.of("broken JSON");
  }

  private static boolean starts(Buffer body, String text) {
    return starts(body, text.getBytes(StandardCharsets.US_ASCII));
  }

  private static boolean starts(Buffer body, byte[] bytes) {
    return body.length() >= bytes.length && Arrays.equals(body.getBytes(0, bytes.length), bytes);
  }

  private static boolean ends(Buffer body, byte[] bytes) {
    int start = body.length() - bytes.length;
    return start >= 0 && Arrays.equals(body.getBytes(start, body.length()), bytes);
  }

  /** As {@link #ends(Buffer, byte[])}, but ignores a final line break. */
  private static boolean ends(Buffer body, String text) {
    boolean line = body.length() > 0 && body.getByte(body.length() - 1) == '\n';
    return ends(
        line ? body.slice(0, body.length() - 1) : body, text.getBytes(StandardCharsets.US_ASCII));
  }
}
