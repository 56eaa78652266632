-- What engineers are assessed by that nothing else at the desk says; domain §15.2.
ALTER TABLE desk.person ADD COLUMN systems text[] NOT NULL DEFAULT '{}';

-- What the director and the CMIO think of somebody's innovation in a half-year, quarter or month.
CREATE TABLE desk.innovation_rating (
  engineer text NOT NULL,
  term     text NOT NULL,
  judge    text NOT NULL CHECK (judge IN ('director', 'cmio')),
  score    int NOT NULL CHECK (score BETWEEN 0 AND 100),
  reason   text NOT NULL,
  rated_by text NOT NULL,
  rated_at timestamptz NOT NULL,
  PRIMARY KEY (term, engineer, judge)
);

-- Confirmed breaches of security by an engineer. One that was noted by mistake is withdrawn, not
-- deleted.
CREATE TABLE desk.security_breach (
  number    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  engineer  text NOT NULL,
  on_day    date NOT NULL,
  reason    text NOT NULL,
  noted_by  text NOT NULL,
  noted_at  timestamptz NOT NULL,
  withdrawn boolean NOT NULL DEFAULT false
);
CREATE INDEX security_breach_of_time ON desk.security_breach (on_day);

-- The urgent faults of a system, one by one.
CREATE INDEX ticket_fact_failed
    ON desk.ticket_fact (split_part(category, '.', 1), number) WHERE 'failure' = ANY(tallies);

-- Urgent faults tell P1 apart from P2. Everything is counted anew once.
TRUNCATE desk.ticket_fact, desk.figure, desk.figure_time;
UPDATE desk.figure_build SET after = 0, done = false;
DELETE FROM desk.listener WHERE name = 'figures';
