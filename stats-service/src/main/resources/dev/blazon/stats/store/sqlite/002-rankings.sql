CREATE TABLE ranking (
  list TEXT NOT NULL,
  measure TEXT NOT NULL,
  place INTEGER NOT NULL,
  project TEXT NOT NULL,
  downloads INTEGER NOT NULL,
  before INTEGER NOT NULL,
  PRIMARY KEY (list, measure, place)
) WITHOUT ROWID;

-- How many projects have how many downloads in a window, packed.
CREATE TABLE distribution (
  span TEXT NOT NULL,
  measure TEXT NOT NULL,
  counts BLOB NOT NULL,
  PRIMARY KEY (span, measure)
) WITHOUT ROWID;
