-- The tables that EventLog and Lease ask of a schema.
CREATE TABLE sample.event (
  position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tx       xid8 NOT NULL DEFAULT pg_current_xact_id(),
  stream   text NOT NULL,
  key      text NOT NULL,
  sequence int NOT NULL,
  type     text NOT NULL,
  at       timestamptz NOT NULL,
  actor    text NOT NULL,
  payload  jsonb NOT NULL,
  UNIQUE (stream, key, sequence)
);
CREATE INDEX event_order ON sample.event (tx, position);
CREATE TABLE sample.listener (
  name     text PRIMARY KEY,
  tx       xid8 NOT NULL DEFAULT '0',
  position bigint NOT NULL DEFAULT 0
);
CREATE TABLE sample.lease (
  name       text PRIMARY KEY,
  holder     uuid NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE TABLE sample.parked_event (
  listener  text NOT NULL,
  position  bigint NOT NULL,
  tries     int NOT NULL,
  error     text NOT NULL,
  parked_at timestamptz NOT NULL DEFAULT now(),
  asked_at  timestamptz,
  PRIMARY KEY (listener, position)
);
