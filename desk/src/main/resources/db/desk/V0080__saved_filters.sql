-- What people keep to look at of the queue.
CREATE TABLE desk.saved_filter (
  person   text NOT NULL,
  name     text NOT NULL CHECK (length(name) BETWEEN 1 AND 20),
  query    text NOT NULL,
  saved_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (person, name)
);
