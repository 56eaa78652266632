-- What was asked in vain, put together by subject once a week. The week's row says that it was
-- done, also when nothing was asked.
CREATE TABLE knowledge.gap_week (
  week       date PRIMARY KEY,
  at         timestamptz NOT NULL
);
CREATE TABLE knowledge.gap (
  week       date NOT NULL REFERENCES knowledge.gap_week,
  place      int NOT NULL,
  questions  text[] NOT NULL,
  PRIMARY KEY (week, place)
);
