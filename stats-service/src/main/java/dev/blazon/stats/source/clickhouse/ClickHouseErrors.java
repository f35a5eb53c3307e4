package dev.blazon.stats.source.clickhouse;

import dev.blazon.stats.source.SourceException;
import dev.blazon.stats.source.SourceException.Kind;
import dev.blazon.stats.source.remote.RemoteAnswer;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells what an error of ClickHouse means for us. ClickHouse explains an error in plain text as
 * {@code Code: 241. DB::Exception: …}, with a status of 400 or more, or after it has begun an
 * answer with status 200.
 */
final class ClickHouseErrors {

  private static final Pattern CODE = Pattern.compile("Code: (\\d{1,6})[.,] .{0,40}DB::Exception");

  private static final String CODE_HEADER = "X-ClickHouse-Exception-Code";

  /** QUOTA_EXCEEDED. */
  private static final int QUOTA = 201;

  /**
   * No permission, no such user, table, column or function, a wrong password, a syntax error, or a
   * result beyond a limit: asking again does not help.
   */
  private static final Set<Integer> DENIED =
      Set.of(36, 43, 46, 47, 60, 62, 81, 115, 158, 164, 192, 193, 194, 307, 396, 452, 497, 516);

  private ClickHouseErrors() {}

  /** Whether an answer contains an error, whatever its status is. */
  static boolean isError(RemoteAnswer<?> answer) {
    return answer.head().status() != 200 || answer.head().header(CODE_HEADER).isPresent();
  }

  /** What an answer without a usable document means. */
  static SourceException of(String name, RemoteAnswer<?> answer) {
    OptionalInt code = code(answer);
    int status = answer.head().status();
    if (code.isPresent()) {
      return new SourceException(
          kind(code.getAsInt()), name + " refused the query: " + explanation(answer));
    }
    if (status == 200) {
      return new SourceException(
          Kind.MALFORMED, name + " sent an unusable answer: " + answer.problem());
    }
    Kind kind =
        status == 401 || status == 403 || status == 404
            ? Kind.DENIED
            : status == 429 || status >= 500 ? Kind.UNAVAILABLE : Kind.MALFORMED;
    return new SourceException(
        kind, name + " answered with status " + status + ": " + shortened(answer.excerpt()));
  }

  private static Kind kind(int code) {
    if (code == QUOTA) {
      return Kind.QUOTA;
    }
    return DENIED.contains(code) ? Kind.DENIED : Kind.UNAVAILABLE;
  }

  private static OptionalInt code(RemoteAnswer<?> answer) {
    Matcher matcher = CODE.matcher(answer.excerpt());
    if (matcher.find()) {
      return OptionalInt.of(Integer.parseInt(matcher.group(1)));
    }
    return answer
        .head()
        .header(CODE_HEADER)
        .filter(text -> text.matches("\\d{1,6}"))
        .map(text -> OptionalInt.of(Integer.parseInt(text)))
        .orElse(OptionalInt.empty());
  }

  private static String explanation(RemoteAnswer<?> answer) {
    Matcher matcher = CODE.matcher(answer.excerpt());
    return shortened(
        matcher.find() ? answer.excerpt().substring(matcher.start()) : answer.excerpt());
  }

  private static String shortened(String text) {
    int most = 300;
    return text.length() > most ? text.substring(0, most) + "…" : text;
  }
}
