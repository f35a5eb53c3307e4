-- Packed columns: see dev.blazon.stats.packed. A key is month * 2^32 + project.
CREATE TABLE project (
  name TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  id INTEGER NOT NULL,
  summary BYTEA NOT NULL
);

CREATE TABLE project_version (
  project INTEGER PRIMARY KEY,
  versions BYTEA NOT NULL
);

CREATE TABLE project_month (
  key BIGINT PRIMARY KEY,
  days BYTEA NOT NULL
) PARTITION BY RANGE (key);

CREATE TABLE project_breakdown (
  key BIGINT PRIMARY KEY,
  days BYTEA NOT NULL
) PARTITION BY RANGE (key);

CREATE TABLE category (
  dimension TEXT NOT NULL,
  id INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (dimension, id)
);

-- Days are days since 1970-01-01.
CREATE TABLE ledger (
  day INTEGER PRIMARY KEY,
  source TEXT NOT NULL,
  scope TEXT NOT NULL,
  rule TEXT NOT NULL,
  state TEXT NOT NULL,
  row_count BIGINT NOT NULL,
  all_downloads BIGINT NOT NULL,
  without_mirrors BIGINT NOT NULL,
  rejects BIGINT NOT NULL,
  measures TEXT NOT NULL,
  dimensions TEXT NOT NULL,
  imported_at BIGINT NOT NULL
);

CREATE TABLE source (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  measures TEXT NOT NULL,
  UNIQUE (name, measures)
);

CREATE TABLE counting_break (
  day INTEGER PRIMARY KEY,
  reason TEXT NOT NULL
);

INSERT INTO counting_break (day, reason) VALUES
  (17738, 'Since 2018-07-26 downloads are counted by another pipeline; before, many were lost.'),
  (20689, 'Since 2026-08-24 PyPI counts requests for wheels, sdists and zip files only.');

-- One row: the next project's number, how many imports were committed, and the first month whose versions
-- and breakdowns are kept (months since January of the year 0).
CREATE TABLE progress (
  next_project INTEGER NOT NULL,
  generation BIGINT NOT NULL,
  versions_from INTEGER NOT NULL
);

INSERT INTO progress (next_project, generation, versions_from) VALUES (1, 0, 0);
