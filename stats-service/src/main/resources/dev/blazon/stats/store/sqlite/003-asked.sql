-- Projects whose histories are kept up to date. Days are days since 1970-01-01: the newest that is counted, and
-- the last on which a reader asked.
CREATE TABLE asked_project (
  name TEXT NOT NULL PRIMARY KEY,
  counted_to INTEGER NOT NULL,
  asked_on INTEGER NOT NULL
) WITHOUT ROWID;
