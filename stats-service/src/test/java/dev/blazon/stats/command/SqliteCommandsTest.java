package dev.blazon.stats.command;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

final class SqliteCommandsTest extends CommandsOnADatabase {

  private int databases;

  @Override
  String newDatabase() {
    return "sqlite:" + folder.resolve("store" + databases++);
  }

  @Override
  Connection connect(String of) throws SQLException {
    return DriverManager.getConnection(of.replace("sqlite:", "jdbc:sqlite:") + "/downloads.db");
  }
}
