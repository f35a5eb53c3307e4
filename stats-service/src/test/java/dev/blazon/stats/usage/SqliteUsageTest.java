package dev.blazon.stats.usage;

/** In SQLite. */
final class SqliteUsageTest extends UsageOnADatabase {
  @Override
  String database() {
    return "sqlite:" + folder.resolve("usage");
  }
}
