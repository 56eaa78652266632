-- What staff wish for: one row each, the fold of its events.

CREATE SEQUENCE desk.suggestion_number;

CREATE TABLE desk.suggestion (
  number       bigint PRIMARY KEY,
  stage        text NOT NULL,
  proposer     text NOT NULL,
  submitted_at timestamptz NOT NULL,
  planned_end  date,
  state        jsonb NOT NULL
);
CREATE INDEX suggestion_by_stage ON desk.suggestion (stage, number DESC);
CREATE INDEX suggestion_of_proposer ON desk.suggestion (proposer, number DESC);
CREATE INDEX suggestion_by_time ON desk.suggestion (submitted_at);
CREATE INDEX suggestion_by_plan ON desk.suggestion (planned_end) WHERE planned_end IS NOT NULL;
