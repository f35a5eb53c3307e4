CREATE TABLE ranking (
  list TEXT NOT NULL,
  measure TEXT NOT NULL,
  place INTEGER NOT NULL,
  project TEXT NOT NULL,
  downloads BIGINT NOT NULL,
  before BIGINT NOT NULL,
  PRIMARY KEY (list, measure, place)
);

-- How many projects have how many downloads in a window, packed.
CREATE TABLE distribution (
  span TEXT NOT NULL,
  measure TEXT NOT NULL,
  counts BYTEA NOT NULL,
  PRIMARY KEY (span, measure)
);
