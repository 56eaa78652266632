-- What one shift leaves for the next to know.
CREATE TABLE desk.handover (
  position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at       timestamptz NOT NULL,
  author   text NOT NULL,
  campus   text NOT NULL REFERENCES desk.campus,
  text     text NOT NULL CHECK (text <> ''),
  seen_by  text[] NOT NULL DEFAULT '{}'
);
CREATE INDEX handover_by_time ON desk.handover (at);
