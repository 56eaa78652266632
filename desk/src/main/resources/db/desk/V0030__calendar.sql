-- Working hours and holidays, a year at a time. A change is a new version: what was measured under an
-- older one can be measured again as it was.
CREATE TABLE desk.calendar (
  version    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  year       int NOT NULL CHECK (year BETWEEN 2000 AND 2200),
  content    jsonb NOT NULL,
  known_from timestamptz NOT NULL
);
INSERT INTO desk.revision (name) VALUES ('calendar');
