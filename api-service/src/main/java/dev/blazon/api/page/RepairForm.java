package dev.blazon.api.page;

import dev.blazon.service.BoundedWorkers;
import dev.blazon.service.http.RequestBodies;
import dev.blazon.service.http.UnreadBodyException;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;

/** Reads the posted form with a README to repair. */
final class RepairForm {

  private static final int MOST_README_KILOBYTES = 512;

  /** A form's percent-encoding can turn one byte into three. */
  static final int MOST_FORM_BYTES = 3 * MOST_README_KILOBYTES * 1024 + 64;

  private final RequestBodies bodies;
  private final BoundedWorkers workers;

  /**
   * Creates the form.
   *
   * @param workers repair the READMEs: the longest would hold up an event loop
   */
  RepairForm(RequestBodies bodies, BoundedWorkers workers) {
    this.bodies = bodies;
    this.workers = workers;
  }

  /**
   * Reads the body and answers with the repaired README, or says that it is too long; fails with
   * {@link UnreadBodyException} if it cannot be read.
   */
  Future<PageAnswer> read(HttpServerRequest request, Site site) {
    return bodies
        .read(request, MOST_FORM_BYTES, body -> workers.run(() -> answer(body, site)))
        .recover(
            problem ->
                problem instanceof UnreadBodyException unread
                        && unread.reason() == UnreadBodyException.Reason.TOO_LONG
                    ? Future.succeededFuture(tooLong(site))
                    : Future.failedFuture(problem));
  }

  private static PageAnswer answer(Buffer body, Site site) {
    // Forms send line breaks as CR LF; the repaired README has LF only.
    String readme =
        Form.parse(body.toString(StandardCharsets.UTF_8)).raw("readme").replace("\r\n", "\n");
    return readme.length() > MOST_README_KILOBYTES * 1024
        ? tooLong(site)
        : RepairView.repaired(site, readme);
  }

  private static PageAnswer tooLong(Site site) {
    return RepairView.tooLong(site, MOST_README_KILOBYTES);
  }
}
