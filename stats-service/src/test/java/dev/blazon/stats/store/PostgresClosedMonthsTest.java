package dev.blazon.stats.store;

import dev.blazon.stats.testing.PostgresServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

@Tag("processes")
final class PostgresClosedMonthsTest extends ClosedMonthsOnADatabase {

  private static PostgresServer server;

  @BeforeAll
  static void start() {
    server = PostgresServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Override
  StoreLocation location() {
    return StoreLocation.parse(server.newDatabase());
  }
}
