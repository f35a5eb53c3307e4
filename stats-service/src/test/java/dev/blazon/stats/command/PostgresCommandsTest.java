package dev.blazon.stats.command;

import dev.blazon.stats.testing.PostgresServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

@Tag("processes")
final class PostgresCommandsTest extends CommandsOnADatabase {

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
  String newDatabase() {
    return server.newDatabase();
  }

  @Override
  Connection connect(String of) throws SQLException {
    return DriverManager.getConnection("jdbc:" + of.replace("postgres@", "") + "?user=postgres");
  }
}
