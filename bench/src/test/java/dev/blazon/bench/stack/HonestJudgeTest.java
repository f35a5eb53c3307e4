package dev.blazon.bench.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blazon.bench.load.Answer;
import dev.blazon.bench.load.Wanted;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class HonestJudgeTest {

  private final HonestJudge judge = new HonestJudge();

  @Test
  void counts_badges_that_wait_for_their_turn_and_calls_other_failures_wrong() {
    assertEquals(Optional.empty(), judge("pypi: v1.0"));
    assertEquals(Optional.empty(), judge("downloads: rate limited by upstream service"));
    assertEquals(Optional.empty(), judge("downloads: rate limited"));
    assertEquals(Optional.of("says inaccessible"), judge("downloads: inaccessible"));

    assertEquals(2, judge.waiting());
  }

  private Optional<String> judge(String words) {
    MultiMap headers =
        MultiMap.caseInsensitiveMultiMap().add("Content-Type", "image/svg+xml;charset=utf-8");
    Buffer body = Buffer.buffer("<svg aria-label=\"" + words + "\"></svg>");
    return judge.fault(new Wanted("any", "/v/x"), new Answer(200, headers, body));
  }
}
