-- Of each ticket is kept for what it counts, so that PostgreSQL can add it up. Everything is counted
-- anew once.
DROP TABLE desk.ticket_fact;
TRUNCATE desk.figure, desk.figure_time;
UPDATE desk.figure_build SET after = 0, done = false;
DELETE FROM desk.listener WHERE name = 'figures';

CREATE TABLE desk.ticket_fact (
  number     bigint PRIMARY KEY,
  -- What became of it; named as the condition of what a viewer may see asks for it.
  status     text NOT NULL,
  created_at timestamptz NOT NULL,
  requester  text NOT NULL,
  campus     text NOT NULL,
  department text NOT NULL,
  team       text NOT NULL,
  assignee   text NOT NULL,
  category   text NOT NULL,
  -- What it certainly counts for: of each mark the tally, when, whether it is a hit, the time used.
  tallies    text[] NOT NULL,
  ats        timestamptz[] NOT NULL,
  hits       boolean[] NOT NULL,
  seconds    bigint[] NOT NULL,
  -- What it will count for besides once these times are over.
  pending    text[] NOT NULL,
  dues       timestamptz[] NOT NULL,
  -- By which clock it still waits for an answer.
  waiting    text,
  -- The last moment at which it counts for anything certain.
  last_at    timestamptz NOT NULL
);
CREATE INDEX ticket_fact_open ON desk.ticket_fact (number) WHERE status = 'open';
CREATE INDEX ticket_fact_waiting ON desk.ticket_fact (created_at) WHERE waiting IS NOT NULL;
CREATE INDEX ticket_fact_by_creation ON desk.ticket_fact (created_at);
CREATE INDEX ticket_fact_by_last ON desk.ticket_fact (last_at);
CREATE INDEX ticket_fact_of_reporter ON desk.ticket_fact (requester, last_at);
CREATE INDEX ticket_fact_of_department ON desk.ticket_fact (department, last_at);
-- Almost all an engineer has is of their team; what is not is found without a look at the rest.
CREATE INDEX ticket_fact_of_engineer ON desk.ticket_fact (assignee, team, last_at);
