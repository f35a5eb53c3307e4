package dev.blazon.bench.load;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether an answer is the badge that was asked for, whole. Thread-safe. */
final class BadgeJudge implements Judge {

  private static final byte[] PNG_START = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  /** The chunk that ends every PNG: no data, its name, its checksum (PNG, section 11.2.5). */
  private static final byte[] PNG_END = {
    0, 0, 0, 0, 'I', 'E', 'N', 'D', (byte) 0xae, 0x42, 0x60, (byte) 0x82
  };

  /** Every SVG badge says its words here, and says them early. */
  private static final Pattern WORDS = Pattern.compile("aria-label=\"([^\"]*)\"");

  private static final int WORDS_WITHIN = 1024;

  /** The messages that stand for a failure, the edge's and the API's, in all dialects' words. */
  private static final Pattern FAILURE =
      Pattern.compile(
          ".*: (unavailable|badge not found|(package |package or version |resource )?not found"
              + "|inaccessible|unreachable|unresponsive|slow|invalid response( data)?"
              + "|rate limited( by upstream service)?|no data)");

  /** What the edge itself answers when no node does. */
  private static final String EDGES_OWN = "public, max-age=10";

  private final boolean factsOnly;

  /**
   * @param factsOnly whether a picture that says a failure is wrong
   */
  BadgeJudge(boolean factsOnly) {
    this.factsOnly = factsOnly;
  }

  @Override
  public Optional<String> fault(Wanted wanted, Answer answer) {
    if (answer.status() != 200) {
      return Optional.of("status " + answer.status());
    }
    return switch (wanted.kind()) {
      case SVG -> svg(answer);
      case PNG -> png(answer);
      case JSON -> json(answer);
    };
  }

  private Optional<String> svg(Answer answer) {
    if (!answer.header("Content-Type").startsWith("image/svg+xml")) {
      return Optional.of("not an SVG");
    }
    Buffer body = answer.body();
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

  private Optional<String> png(Answer answer) {
    if (!answer.header("Content-Type").equals("image/png")) {
      return Optional.of("not a PNG");
    }
    if (!starts(answer.body(), PNG_START) || !ends(answer.body(), PNG_END)) {
      return Optional.of("broken PNG");
    }
    return factsOnly && answer.header("Cache-Control").equals(EDGES_OWN)
        ? Optional.of("says unavailable")
        : Optional.empty();
  }

  private static Optional<String> json(Answer answer) {
    if (!answer.header("Content-Type").startsWith("application/json")) {
      return Optional.of("not JSON");
    }
    return starts(answer.body(), "{") && ends(answer.body(), "}")
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

  /** As {@link #ends(Buffer, byte[])}; a last line break does not count. */
  private static boolean ends(Buffer body, String text) {
    boolean line = body.length() > 0 && body.getByte(body.length() - 1) == '\n';
    return ends(
        line ? body.slice(0, body.length() - 1) : body, text.getBytes(StandardCharsets.US_ASCII));
  }
}
