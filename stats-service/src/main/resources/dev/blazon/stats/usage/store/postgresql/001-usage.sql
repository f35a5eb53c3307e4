-- A report's number is its time in milliseconds * 4096, and a place in that millisecond.
CREATE TABLE usage_report (
  id BIGINT PRIMARY KEY,
  seen BYTEA UNIQUE,
  host BIGINT,
  body BYTEA NOT NULL
);

-- Hourly sums of a dimension are complete from the hour "since" (hours since 1970) on.
CREATE TABLE usage_dimension (
  id BIGINT PRIMARY KEY,
  path TEXT NOT NULL UNIQUE,
  since BIGINT NOT NULL
);

CREATE TABLE usage_value (
  id BIGINT PRIMARY KEY,
  dimension BIGINT NOT NULL,
  value TEXT NOT NULL,
  UNIQUE (dimension, value)
);

-- Members are dimension=value, in the order of dimensions; value 0 is any other, and missing ones are left out.
CREATE TABLE usage_combination (
  id BIGINT PRIMARY KEY,
  members TEXT NOT NULL UNIQUE
);

CREATE TABLE usage_hour (
  hour BIGINT NOT NULL,
  combination BIGINT NOT NULL,
  reports BIGINT NOT NULL,
  PRIMARY KEY (hour, combination)
);

CREATE TABLE usage_day (
  day BIGINT NOT NULL,
  combination BIGINT NOT NULL,
  reports BIGINT NOT NULL,
  PRIMARY KEY (day, combination)
);

CREATE TABLE usage_host (
  day BIGINT NOT NULL,
  combination BIGINT NOT NULL,
  host BIGINT NOT NULL,
  PRIMARY KEY (day, combination, host)
);

-- Of a day with too many hosts, only those are kept whose last "shift" bits are 0.
CREATE TABLE usage_host_day (
  day BIGINT PRIMARY KEY,
  held BIGINT NOT NULL,
  shift BIGINT NOT NULL
);

CREATE TABLE usage_state (
  generation BIGINT NOT NULL
);

INSERT INTO usage_state (generation) VALUES (0);
