-- Announced work on systems: what is planned takes nothing from availability, what runs over does.

CREATE SEQUENCE desk.maintenance_number;

CREATE TABLE desk.maintenance (
  number    bigint PRIMARY KEY,
  state     text NOT NULL CHECK (state IN ('requested', 'announced', 'ended', 'withdrawn')),
  begins_at timestamptz NOT NULL,
  over_at   timestamptz NOT NULL,
  work      jsonb NOT NULL
);
CREATE INDEX maintenance_announced ON desk.maintenance (begins_at) WHERE state = 'announced';
CREATE INDEX maintenance_by_time ON desk.maintenance (begins_at, over_at);
