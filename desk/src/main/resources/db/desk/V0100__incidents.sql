-- Major incidents: one row each, the fold of its events, and a row for everybody who suffers from it.

CREATE SEQUENCE desk.incident_number;

CREATE TABLE desk.incident (
  number      bigint PRIMARY KEY,
  stage       text NOT NULL,
  parent      bigint,
  detected_at timestamptz NOT NULL,
  act_at      timestamptz,
  state       jsonb NOT NULL
);
CREATE INDEX incident_open ON desk.incident (number)
  WHERE stage IN ('suspected', 'declared', 'mitigating', 'restored', 'reviewed');
CREATE INDEX incident_of_parent ON desk.incident (parent) WHERE parent IS NOT NULL;
CREATE INDEX incident_by_time ON desk.incident (detected_at);
CREATE INDEX incident_to_act_on ON desk.incident (act_at) WHERE act_at IS NOT NULL;

CREATE TABLE desk.incident_report (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  incident   bigint NOT NULL REFERENCES desk.incident,
  reporter   text NOT NULL,
  campus     text NOT NULL,
  department text,
  ticket     bigint,
  joined_at  timestamptz NOT NULL,
  works      boolean,
  UNIQUE (incident, ticket)
);
-- Who has no ticket is there once.
CREATE UNIQUE INDEX incident_report_by_word ON desk.incident_report (incident, reporter)
  WHERE ticket IS NULL;
CREATE INDEX incident_report_of_ticket ON desk.incident_report (ticket) WHERE ticket IS NOT NULL;

