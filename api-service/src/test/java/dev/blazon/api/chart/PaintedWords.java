package dev.blazon.api.chart;

import dev.blazon.api.imaging.Imaging;
import dev.blazon.badge.Badge;
import dev.blazon.badge.ImageFormat;
import dev.blazon.badge.Picture;
import dev.blazon.chart.Chart;
import dev.blazon.chart.ChartLook;
import dev.blazon.chart.MessageChart;
import dev.blazon.chart.wire.ChartForm;
import dev.blazon.chart.wire.ChartRequest;
import dev.blazon.chart.wire.InvalidChartException;
import dev.blazon.service.RequestId;
import dev.blazon.service.http.EntityTag;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** Paints a chart by writing its words, and remembers what it was asked to paint. */
final class PaintedWords implements Imaging {

  private final List<ChartRequest> asked = new CopyOnWriteArrayList<>();
  private final AtomicReference<Optional<Future<Picture>>> instead =
      new AtomicReference<>(Optional.empty());

  /** From now on this is the answer. */
  void answer(Future<Picture> other) {
    instead.set(Optional.of(other));
  }

  /** Everything that was asked for. */
  List<ChartRequest> asked() {
    return asked;
  }

  /** What was asked for last. */
  ChartRequest last() {
    return asked.get(asked.size() - 1);
  }

  @Override
  public Future<Picture> chart(Chart chart, ChartLook look, ImageFormat format, RequestId id) {
    ChartRequest request = new ChartRequest(chart, look);
    asked.add(request);
    return instead.get().orElseGet(() -> Future.succeededFuture(painted(request, format)));
  }

  private static Picture painted(ChartRequest request, ImageFormat format) {
    try {
      // As a remote service would read it: what is beyond a bound fails.
      Chart chart = ChartForm.decode(ChartForm.encode(request)).chart();
      String words =
          chart instanceof MessageChart message
              ? message.words()
              : chart.caption().title() + " | " + chart.caption().note();
      Buffer body = Buffer.buffer("<svg>" + words + "</svg>");
      return new Picture(
          format, body, EntityTag.of(body), Picture.Source.PAINTED, Optional.empty(), false);
    } catch (InvalidChartException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public Future<Picture> picture(Badge badge, ImageFormat format, boolean generic, RequestId id) {
    Buffer body = Buffer.buffer("<svg>" + badge.accessibleText() + "</svg>");
    return Future.succeededFuture(
        new Picture(
            format, body, EntityTag.of(body), Picture.Source.PAINTED, Optional.empty(), false));
  }

  @Override
  public Future<Void> reachable(Duration timeout) {
    return Future.succeededFuture();
  }

  @Override
  public Future<Void> close() {
    return Future.succeededFuture();
  }
}
