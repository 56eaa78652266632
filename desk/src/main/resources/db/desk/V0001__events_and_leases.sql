-- Everything that happens, in order; who has read how far; and who does the work only one may do.

CREATE TABLE desk.event (
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
CREATE INDEX event_order ON desk.event (tx, position);

CREATE TABLE desk.listener (
  name     text PRIMARY KEY,
  tx       xid8 NOT NULL DEFAULT '0',
  position bigint NOT NULL DEFAULT 0
);

CREATE TABLE desk.lease (
  name       text PRIMARY KEY,
  holder     uuid NOT NULL,
  expires_at timestamptz NOT NULL
);
