package dev.blazon.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.blazon.api.HttpAsker.Response;
import dev.blazon.api.testing.CountsStandIn;
import dev.blazon.api.testing.OnEveryJava;
import dev.blazon.api.testing.RedisProcess;
import dev.blazon.count.Day;
import dev.blazon.stats.testing.ClickPyStandIn;
import dev.blazon.stats.testing.Download;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The end-to-end tests with painting in another process, and facts shared through a real Redis. */
@OnEveryJava
class SplitTest extends EndToEnd {

  private ServiceProcess imaging;
  private RedisProcess redis;
  private Deployment blazon;

  @Override
  protected HttpAsker begin(Map<String, String> environment, Path folder) {
    imaging = ServiceProcess.imaging(folder.resolve("imaging"), Map.of());
    redis = RedisProcess.start(folder);
    Map<String, String> all = new HashMap<>(environment);
    all.put("BLAZON_IMAGING_URL", imaging.url().toString());
    all.put("BLAZON_REDIS_URL", redis.url().toString());
    blazon = Deployment.start(all);
    return blazon.ask();
  }

  @Override
  protected void end() {
    blazon.close();
    imaging.close();
    redis.close();
  }

  @Test
  void charts_are_the_same_bytes_as_embedded(@TempDir Path folder) throws Exception {
    Vertx vertx = Vertx.vertx();
    Day day = Day.of(2026, 8, 24);
    try (ClickPyStandIn clickHouse =
        ClickPyStandIn.start(vertx)
            .add(
                List.of(
                    Download.of(day.minus(1), "counted", "1.0", "pip", 1_234),
                    Download.of(day, "counted", "1.1", "uv", 56_789)))) {
      Map<String, String> here = new HashMap<>(CountsStandIn.PATIENT);
      here.put("BLAZON_PYPI_URL", pypi().url().toString());
      here.put("BLAZON_CLICKHOUSE_URL", clickHouse.url().toString());
      here.put("BLAZON_CACHE_DIR", folder.resolve("cache").toString());
      here.put("BLAZON_STATS_DATABASE", "sqlite:" + folder.resolve("here"));
      Map<String, String> there = new HashMap<>(here);
      there.put("BLAZON_STATS_DATABASE", "sqlite:" + folder.resolve("there"));
      there.put("BLAZON_IMAGING_URL", imaging.url().toString());
      try (Deployment embedded = Deployment.start(here);
          Deployment split = Deployment.start(there)) {
        for (String uri :
            List.of(
                "/chart/counted.svg?days=30",
                "/chart/counted.png?days=30&by=version&theme=dark",
                "/chart/counted.svg?by=installer&form=bars")) {
          Response one = embedded.ask().get(uri);
          Response other = split.ask().get(uri);
          assertArrayEquals(one.body().getBytes(), other.body().getBytes(), uri);
          assertEquals(one.header("ETag"), other.header("ETag"), uri);
          assertFalse(other.headers().contains("Blazon-Outcome"), uri);
        }
      }
    }
    vertx.close().await(10, TimeUnit.SECONDS);
  }

  @Test
  void pictures_are_the_same_bytes_as_embedded(@TempDir Path folder) {
    pypi().project("same", Documents.good("same", "1.2.3"));
    Map<String, String> environment =
        Map.of("BLAZON_PYPI_URL", pypi().url().toString(), "BLAZON_CACHE_DIR", folder.toString());
    try (Deployment embedded = Deployment.start(environment)) {
      for (String uri :
          List.of(
              "/version/same/badge.svg",
              "/version/same/badge.png",
              "/license/same/badge.svg?style=plastic",
              "/license/same/badge.png?style=flat-square",
              "/pypi/v/same.png?style=for-the-badge&logo=python&scale=2",
              "/pypi/v/same?style=social&label=%3C%26%E8%AA%9E",
              "/badge/a-b-c0ffee",
              "/chart/same.svg?days=7",
              "/chart/same.png?days=7&theme=dark&scale=2")) {
        Response here = embedded.ask().get(uri);
        Response there = ask().get(uri);
        assertArrayEquals(here.body().getBytes(), there.body().getBytes(), uri);
        assertEquals(here.header("ETag"), there.header("ETag"), uri);
      }
    }
  }
}
