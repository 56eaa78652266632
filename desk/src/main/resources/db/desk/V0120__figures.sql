-- What figures are counted from: a narrow copy of each ticket with what its events say, and its sums
-- by month. Both follow the event log; desk.listener row 'figures' says how far.

CREATE TABLE desk.ticket_fact (
  number            bigint PRIMARY KEY,
  request           boolean NOT NULL,
  priority          text NOT NULL,
  -- What became of it; named as the condition of what a viewer may see asks for it.
  status            text NOT NULL,
  asked             boolean NOT NULL,
  chat              boolean NOT NULL,
  created_at        timestamptz NOT NULL,
  answered_at       timestamptz,
  answer_met        boolean,
  answer_due        timestamptz,
  answer_seconds    bigint NOT NULL,
  answer_business   boolean NOT NULL,
  repaired_at       timestamptz,
  repair_met        boolean,
  repair_due        timestamptz,
  repair_seconds    bigint NOT NULL,
  first_resolved_at timestamptz,
  reopened          boolean NOT NULL,
  straight          boolean NOT NULL,
  score             int,
  rated_at          timestamptz,
  calls             jsonb NOT NULL,
  waited            jsonb NOT NULL,
  campus            text NOT NULL,
  department        text NOT NULL,
  team              text NOT NULL,
  assignee          text NOT NULL,
  category          text NOT NULL,
  requester         text NOT NULL,
  -- The last moment at which it counts for anything.
  last_at           timestamptz NOT NULL
);
CREATE INDEX ticket_fact_open ON desk.ticket_fact (number) WHERE status = 'open';
CREATE INDEX ticket_fact_by_creation ON desk.ticket_fact (created_at);
CREATE INDEX ticket_fact_of_engineer ON desk.ticket_fact (assignee, last_at);
CREATE INDEX ticket_fact_of_reporter ON desk.ticket_fact (requester, last_at);
CREATE INDEX ticket_fact_of_department ON desk.ticket_fact (department, last_at);
CREATE INDEX ticket_fact_by_last ON desk.ticket_fact (last_at);

-- Sums of one month, by what tells tickets apart; dimension '' is the whole hospital.
CREATE TABLE desk.figure (
  dimension text NOT NULL,
  month     date NOT NULL,
  key       text NOT NULL,
  tally     text NOT NULL,
  counted   bigint NOT NULL,
  hits      bigint NOT NULL,
  seconds   bigint NOT NULL,
  PRIMARY KEY (dimension, month, key, tally)
);

-- How many took how many whole minutes: percentiles come out exact.
CREATE TABLE desk.figure_time (
  dimension text NOT NULL,
  month     date NOT NULL,
  key       text NOT NULL,
  tally     text NOT NULL,
  minute    int NOT NULL,
  counted   bigint NOT NULL,
  PRIMARY KEY (dimension, month, key, tally, minute)
);

-- How far the first count of all tickets has come.
CREATE TABLE desk.figure_build (
  one_row boolean PRIMARY KEY DEFAULT true CHECK (one_row),
  after   bigint NOT NULL DEFAULT 0,
  done    boolean NOT NULL DEFAULT false
);
INSERT INTO desk.figure_build DEFAULT VALUES;
