package dev.blazon.api.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.compare.Comparisons;
import dev.blazon.api.lookup.Lookups;
import dev.blazon.api.rendered.ChartRenderer;
import dev.blazon.api.rendered.RenderedAnswer;
import dev.blazon.api.rendered.RenderedAnswers;
import dev.blazon.api.rendered.WebMetrics;
import dev.blazon.api.report.LargeStats;
import dev.blazon.api.report.SlowStats;
import dev.blazon.api.resolve.Outcome;
import dev.blazon.api.resolve.RequestTarget;
import dev.blazon.api.stats.Stats;
import dev.blazon.count.CountAnswer;
import dev.blazon.service.RequestId;
import dev.blazon.testing.Eventually;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The memory and the bounds of charts, without a server. */
@Timeout(60)
final class ChartAnswersTest {

  private static final RequestTarget CHART = new RequestTarget("", "/chart/requests.svg");
  private static final RequestId ID = new RequestId("test");

  private final Vertx vertx = Vertx.vertx();
  private final PaintedWords imaging = new PaintedWords();
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final RenderedAnswers rendered = new RenderedAnswers(8 << 20, Duration.ofMinutes(1));

  @AfterEach
  void close() throws TimeoutException {
    vertx.close().await(10, TimeUnit.SECONDS);
  }

  @Test
  void a_chart_that_was_shown_before_is_preferred_to_a_failure() throws TimeoutException {
    ChartAnswers answers = answers(new LargeStats());
    RenderedAnswer good = ask(answers, CHART);
    imaging.answer(Future.failedFuture("no imaging service is well"));

    RenderedAnswer later = ask(answers, CHART);

    assertEquals(Outcome.FACT, good.outcome());
    assertEquals(Outcome.STALE, later.outcome());
    assertEquals(good.representation(false).body(), later.representation(false).body());
    assertEquals(
        "public, max-age=60, s-maxage=60",
        later.representation(false).headers(0).get("Cache-Control"));
    assertEquals(
        Outcome.STALE, ask(answers(new SlowStats(CountAnswer.Reason.BUSY)), CHART).outcome());
  }

  @Test
  void more_charts_than_can_be_made_at_once_are_told_so() throws TimeoutException {
    SlowStats stats = SlowStats.silent();
    ChartAnswers answers = answers(stats);
    List<Future<RenderedAnswer>> crowd = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      RequestTarget target = new RequestTarget("", "/chart/project-" + i + ".svg");
      crowd.add(onLoop(answers, target));
    }
    // Those beyond 256 are answered, though none before them is.
    RenderedAnswer refused = crowd.get(299).await(20, TimeUnit.SECONDS);

    assertTrue(
        refused.representation(false).body().toString().contains("Too many calls"),
        refused.representation(false).body().toString());
    assertTrue(crowd.subList(0, 256).stream().noneMatch(Future::isComplete));
    stats.answerAll(CountAnswer.Reason.OFF);
    Future.all(crowd).await(20, TimeUnit.SECONDS);
    Eventually.eventually(vertx, () -> metrics.get("blazon.charts.active").gauge().value() == 0);
  }

  @Test
  void readers_of_the_same_chart_share_the_work() throws TimeoutException {
    SlowStats stats = SlowStats.silent();
    ChartAnswers answers = answers(stats);
    List<Future<RenderedAnswer>> crowd = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      crowd.add(answers.answer(CHART, ID));
    }
    stats.answerAll(CountAnswer.Reason.OFF);
    Future.all(crowd).await(20, TimeUnit.SECONDS);

    assertEquals(1, imaging.asked().size());
  }

  private ChartAnswers answers(Stats stats) {
    Lookups nobody =
        (Lookups)
            Proxy.newProxyInstance(
                Lookups.class.getClassLoader(),
                new Class<?>[] {Lookups.class},
                (self, method, arguments) -> Future.failedFuture("not asked here"));
    return new ChartAnswers(
        new ChartAnswers.Sources(
            stats, nobody, new Comparisons(stats, nobody), imaging, Duration.ofSeconds(30)),
        new ChartRenderer(new WebMetrics(metrics), Clock.systemUTC()),
        rendered,
        metrics);
  }

  private RenderedAnswer ask(ChartAnswers answers, RequestTarget target) throws TimeoutException {
    return onLoop(answers, target).await(20, TimeUnit.SECONDS);
  }

  private Future<RenderedAnswer> onLoop(ChartAnswers answers, RequestTarget target) {
    return Future.future(
        promise -> vertx.runOnContext(loop -> answers.answer(target, ID).onComplete(promise)));
  }
}
