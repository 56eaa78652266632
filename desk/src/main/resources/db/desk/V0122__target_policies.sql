-- What the desk promises, version by version; the first is built in. A version counts for tickets
-- created from a moment on, and is never changed.
CREATE TABLE desk.target_policy (
  version        int PRIMARY KEY CHECK (version > 1),
  content        jsonb NOT NULL,
  effective_from timestamptz NOT NULL,
  published_at   timestamptz NOT NULL,
  published_by   text NOT NULL,
  CHECK (effective_from >= published_at)
);
INSERT INTO desk.revision (name) VALUES ('targets');
