package dev.blazon.api.usage.call;

import dev.blazon.api.usage.Usage;
import dev.blazon.service.http.RequestBodies;
import dev.blazon.usage.ReportReceipt;
import dev.blazon.usage.wire.UsageExchange;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Takes reports. {@code "success": true} is answered only for reports that are on disk. A request
 * whose sender wants to be left alone ({@code DNT: 1}, {@code Sec-GPC: 1}) is answered with status
 * 200, so that nobody tries again, and says that nothing was kept; its body is not read.
 * Thread-safe.
 */
final class ReportAnswers {

  private static final String YES = "1";

  /** What browsers say of pages of the same site, and of what a person typed. */
  private static final Set<String> OWN_PAGES = Set.of("same-origin", "none");

  private static final String SUCCESS = "success";

  private final Usage usage;
  private final Optional<BearerToken> token;
  private final RequestBodies bodies;
  private final Duration patience;

  ReportAnswers(Usage usage, Optional<BearerToken> token, RequestBodies bodies, Duration patience) {
    this.usage = usage;
    this.token = token;
    this.bodies = bodies;
    this.patience = patience;
  }

  /** The answer to a report. */
  Future<Sent> answer(HttpServerRequest request) {
    if (isOfAnotherSite(request)) {
      return refused(
          403, "other_site", "reports are sent by programs, not by pages of other sites");
    }
    if (token.filter(needed -> !needed.isShownBy(request)).isPresent()) {
      return Future.succeededFuture(UsageCalls.unauthorized(request));
    }
    if (wantsToBeLeftAlone(request)) {
      return Future.succeededFuture(notKept("not kept: the request has DNT: 1 or Sec-GPC: 1"));
    }
    return bodies.read(request, UsageExchange.LONGEST_BODY, this::kept);
  }

  /** Any page could have its readers' browsers send reports into the networks that they are in. */
  private static boolean isOfAnotherSite(HttpServerRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    return site != null && !OWN_PAGES.contains(site);
  }

  private static boolean wantsToBeLeftAlone(HttpServerRequest request) {
    return YES.equals(request.getHeader("DNT")) || YES.equals(request.getHeader("Sec-GPC"));
  }

  private Future<Sent> kept(Buffer body) {
    return body.length() == 0
        ? refused(400, "bad_body", "expected json body")
        : usage.report(body, patience).map(ReportAnswers::answer);
  }

  private static Sent answer(ReportReceipt receipt) {
    if (receipt.accepted() + receipt.duplicates() == 0) {
      return notKept("not kept: the report asks for it");
    }
    Map<String, Object> json = new TreeMap<>();
    json.put(SUCCESS, true);
    if (receipt.accepted() != 1 || receipt.ignored() > 0) {
      json.put("accepted", receipt.accepted());
      json.put("duplicates", receipt.duplicates());
      json.put("ignored", receipt.ignored());
    }
    return Sent.json(200, "kept", PlainJson.of(json));
  }

  private static Sent notKept(String message) {
    return Sent.json(
        200, "not_kept", PlainJson.of(new TreeMap<>(Map.of(SUCCESS, false, "message", message))));
  }

  private static Future<Sent> refused(int status, String code, String message) {
    return Future.succeededFuture(UsageErrors.of(status, code, message));
  }
}
