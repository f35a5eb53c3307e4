package dev.blazon.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blazon.api.HttpAsker.Response;
import dev.blazon.api.testing.OnEveryJava;
import dev.blazon.api.testing.RedisProcess;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
              "/chart/same.svg?theme=dark",
              "/chart/same.png?width=400&scale=2",
              "/chart/same.svg?days=7")) {
        Response here = embedded.ask().get(uri);
        Response there = ask().get(uri);
        assertArrayEquals(here.body().getBytes(), there.body().getBytes(), uri);
        assertEquals(here.header("ETag"), there.header("ETag"), uri);
      }
    }
  }
}
