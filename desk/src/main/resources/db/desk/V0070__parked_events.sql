-- Events a listener failed on again and again; it went on without them.
CREATE TABLE desk.parked_event (
  listener  text NOT NULL,
  position  bigint NOT NULL,
  tries     int NOT NULL,
  error     text NOT NULL,
  parked_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (listener, position)
);
