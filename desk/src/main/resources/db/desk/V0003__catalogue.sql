-- What can be reported. Codes are for ever; a code no longer used points to its successor.

CREATE TABLE desk.category (
  code             text PRIMARY KEY,
  level            int NOT NULL CHECK (level BETWEEN 1 AND 3),
  parent           text REFERENCES desk.category,
  name             text NOT NULL,
  path             text NOT NULL,
  keywords         text[] NOT NULL DEFAULT '{}',
  team             text REFERENCES desk.team,
  squad            text REFERENCES desk.squad,
  speciality       text,
  default_priority text CHECK (default_priority IN ('P1', 'P2', 'P3', 'P4')),
  asset_type       text,
  around_the_clock boolean NOT NULL DEFAULT false,
  request          boolean NOT NULL DEFAULT false,
  retired_at       timestamptz,
  successor        text REFERENCES desk.category DEFERRABLE INITIALLY DEFERRED,
  position         int NOT NULL DEFAULT 0,
  CHECK (level < 3 OR (team IS NOT NULL AND default_priority IS NOT NULL))
);
