package dev.blazon.api;

import dev.blazon.service.Settings;
import dev.blazon.service.process.Service;
import dev.blazon.service.process.ServiceMain;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import java.util.Scanner;
import java.util.concurrent.CountDownLatch;

/**
 * The API service as a process that does what its standard input says, one word a line: what no
 * client can make it do, but a mistake of ours could.
 */
final class ObedientApi {

  private ObedientApi() {}

  public static void main(String[] arguments) {
    new ServiceMain("api-service", "Does what it is told.", ObedientApi::configure).run(arguments);
  }

  private static Service configure(Settings settings) {
    Service api = Main.configure(settings);
    return (vertx, metrics, readiness) ->
        api.start(vertx, metrics, readiness).onSuccess(running -> obey(vertx));
  }

  private static void obey(Vertx vertx) {
    Thread reader =
        new Thread(
            () -> {
              Scanner words = new Scanner(System.in, "US-ASCII");
              CountDownLatch block = new CountDownLatch(1);
              while (words.hasNext()) {
                switch (words.next()) {
                  case "block" ->
                      ((VertxInternal) vertx)
                          .nettyEventLoopGroup()
                          .forEach(loop -> loop.execute(() -> standStill(block)));
                  case "release" -> block.countDown();
                  case "fail" ->
                      vertx.runOnContext(
                          now -> {
                            throw new IllegalStateException("a mistake on purpose");
                          });
                  case "collect" -> System.gc();
                  default -> throw new IllegalArgumentException();
                }
              }
            },
            "obey");
    reader.setDaemon(true);
    reader.start();
  }

  private static void standStill(CountDownLatch block) {
    try {
      block.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
