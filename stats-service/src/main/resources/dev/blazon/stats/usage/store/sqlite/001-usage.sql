-- A report's number is its time in milliseconds * 4096, and a place in that millisecond.
CREATE TABLE usage_report (
  id INTEGER PRIMARY KEY,
  seen BLOB UNIQUE,
  host INTEGER,
  body BLOB NOT NULL
);

-- Hourly sums of a dimension are complete from the hour "since" (hours since 1970) on.
CREATE TABLE usage_dimension (
  id INTEGER PRIMARY KEY,
  path TEXT NOT NULL UNIQUE,
  since INTEGER NOT NULL
);

CREATE TABLE usage_value (
  id INTEGER PRIMARY KEY,
  dimension INTEGER NOT NULL,
  value TEXT NOT NULL,
  UNIQUE (dimension, value)
);

-- Members are dimension=value, in the order of dimensions; value 0 is any other, and missing ones are left out.
CREATE TABLE usage_combination (
  id INTEGER PRIMARY KEY,
  members TEXT NOT NULL UNIQUE
);

CREATE TABLE usage_hour (
  hour INTEGER NOT NULL,
  combination INTEGER NOT NULL,
  reports INTEGER NOT NULL,
  PRIMARY KEY (hour, combination)
) WITHOUT ROWID;

CREATE TABLE usage_day (
  day INTEGER NOT NULL,
  combination INTEGER NOT NULL,
  reports INTEGER NOT NULL,
  PRIMARY KEY (day, combination)
) WITHOUT ROWID;

CREATE TABLE usage_host (
  day INTEGER NOT NULL,
  combination INTEGER NOT NULL,
  host INTEGER NOT NULL,
  PRIMARY KEY (day, combination, host)
) WITHOUT ROWID;

-- Of a day with too many hosts, only those are kept whose last "shift" bits are 0.
CREATE TABLE usage_host_day (
  day INTEGER PRIMARY KEY,
  held INTEGER NOT NULL,
  shift INTEGER NOT NULL
);

CREATE TABLE usage_state (
  generation INTEGER NOT NULL
);

INSERT INTO usage_state (generation) VALUES (0);
