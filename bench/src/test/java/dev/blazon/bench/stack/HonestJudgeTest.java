package dev.blazon.bench.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blazon.bench.load.LoadRequest;
import dev.blazon.bench.load.Response;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class HonestJudgeTest {

  private final HonestJudge judge = new HonestJudge();

  @Test
  void counts_badges_without_a_number_yet_and_rejects_other_failures() {
    assertEquals(Optional.empty(), judge("pypi: v1.0"));
    assertEquals(Optional.empty(), judge("downloads: no data yet"));
    assertEquals(Optional.of("says rate limited"), judge("downloads: rate limited"));
    assertEquals(Optional.of("says inaccessible"), judge("downloads: inaccessible"));

    assertEquals(1, judge.notCounted());
  }

  private Optional<String> judge(String words) {
    MultiMap headers =
        MultiMap.caseInsensitiveMultiMap().add("Content-Type", "image/svg+xml;charset=utf-8");
    Buffer body = Buffer.buffer("<svg aria-label=\"" + words + "\"></svg>");
    return judge.fault(new LoadRequest("any", "/v/x"), new Response(200, headers, body));
  }
}
