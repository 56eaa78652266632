-- Answers already given to writes of API callers, so that a repeated request does nothing twice.
CREATE TABLE desk.idempotency (
  caller  text NOT NULL,
  key     text NOT NULL,
  request text NOT NULL,
  status  int NOT NULL,
  body    jsonb,
  at      timestamptz NOT NULL,
  PRIMARY KEY (caller, key)
);
CREATE INDEX idempotency_by_age ON desk.idempotency (at);
