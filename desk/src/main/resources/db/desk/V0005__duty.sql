-- Who is on duty when. A person stands in one place at a time; the roster says where and which line.
CREATE TABLE desk.duty (
  person    text NOT NULL REFERENCES desk.person,
  shift     text NOT NULL,
  line      text NOT NULL CHECK (line IN ('first', 'second', 'director')),
  campus    text NOT NULL REFERENCES desk.campus,
  starts_at timestamptz NOT NULL,
  ends_at   timestamptz NOT NULL CHECK (ends_at > starts_at),
  PRIMARY KEY (person, starts_at)
);
CREATE INDEX duty_by_time ON desk.duty (ends_at, starts_at);
