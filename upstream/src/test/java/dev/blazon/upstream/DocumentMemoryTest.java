package dev.blazon.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.blazon.service.ByteBudget;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests that documents are read within one budget of memory, with a real server. */
@Timeout(60)
class DocumentMemoryTest {

  private static final int LENGTH = 4 << 20;
  private static final UpstreamLimits LIMITS =
      new UpstreamLimits(Duration.ofSeconds(10), Duration.ofSeconds(20), 4, 4, 2L * LENGTH);

  private final Vertx vertx = Vertx.vertx();
  private URI document;

  @BeforeEach
  void start() throws Exception {
    int port =
        vertx
            .createHttpServer()
            .requestHandler(request -> request.response().end(Buffer.buffer(new byte[LENGTH])))
            .listen(0, "127.0.0.1")
            .await(20, TimeUnit.SECONDS)
            .actualPort();
    document = URI.create("http://127.0.0.1:" + port + "/");
  }

  @AfterEach
  void stop() throws Exception {
    vertx.close().await(20, TimeUnit.SECONDS);
  }

  @Test
  void a_document_within_the_budget_is_read_and_released() throws Exception {
    ByteBudget budget = budget(512 * 1024);

    assertEquals(LENGTH, assertInstanceOf(Fetched.Document.class, fetch(budget)).value());
    assertEquals(0, budget.used());
  }

  @Test
  void a_document_beyond_the_budget_counts_as_busy_and_is_released() throws Exception {
    ByteBudget budget = budget(400 * 1024);

    assertEquals(Fetched.failed(Fetched.Trouble.BUSY), fetch(budget));
    assertEquals(0, budget.used());
  }

  private static ByteBudget budget(long bytes) {
    return new ByteBudget("documents", bytes, new SimpleMeterRegistry());
  }

  private Fetched<Integer> fetch(ByteBudget budget) throws Exception {
    Upstream upstream =
        new Upstream(
            vertx,
            "test",
            LIMITS,
            "blazon/test",
            Optional.empty(),
            budget,
            Proxies.NONE,
            true,
            Clock.systemUTC(),
            new SimpleMeterRegistry());
    return upstream
        .fetch(new Upstream.Call(document, Map.of(), Optional.empty()), type -> new Length())
        .await(30, TimeUnit.SECONDS);
  }

  /** Counts the bytes of a document. */
  private static final class Length implements DocumentReader<Integer> {
    private int length;

    @Override
    public void feed(byte[] bytes, int offset, int fed) {
      length += fed;
    }

    @Override
    public Integer finish() {
      return length;
    }
  }
}
