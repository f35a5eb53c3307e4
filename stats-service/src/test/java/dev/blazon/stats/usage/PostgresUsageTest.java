package dev.blazon.stats.usage;

import dev.blazon.stats.testing.PostgresServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/** In PostgreSQL. */
@Tag("processes")
final class PostgresUsageTest extends UsageOnADatabase {

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
  String database() {
    return server.newDatabase();
  }
}
