-- Low marks that somebody has called back about, and what departments say every quarter.

-- A low mark is a task until a row here says what came of it.
CREATE TABLE desk.callback (
  ticket  bigint PRIMARY KEY,
  done_at timestamptz NOT NULL,
  done_by text NOT NULL,
  cause   text NOT NULL,
  action  text NOT NULL
);
CREATE INDEX ticket_rated_low ON desk.ticket (resolved_at) WHERE (rating->>'score')::int <= 2;
CREATE INDEX ticket_rated ON desk.ticket (resolved_at) WHERE rating IS NOT NULL;

CREATE TABLE desk.survey (
  quarter   text PRIMARY KEY CHECK (quarter ~ '^[0-9]{4}Q[1-4]$'),
  opened_at timestamptz NOT NULL,
  closes_at timestamptz NOT NULL
);

CREATE TABLE desk.survey_invitation (
  quarter     text NOT NULL REFERENCES desk.survey,
  person      text NOT NULL,
  department  text NOT NULL,
  reminders   int NOT NULL DEFAULT 0,
  looked_at   timestamptz,
  answered    boolean NOT NULL DEFAULT false,
  PRIMARY KEY (quarter, person)
);
CREATE INDEX survey_invitation_open ON desk.survey_invitation (quarter, person) WHERE NOT answered;

-- Anonymous: neither who nor when.
CREATE TABLE desk.survey_form (
  id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  quarter    text NOT NULL REFERENCES desk.survey,
  department text NOT NULL,
  answers    smallint[] NOT NULL CHECK (cardinality(answers) = 5),
  best       text NOT NULL,
  worst      text NOT NULL,
  valid      boolean NOT NULL
);
CREATE INDEX survey_form_of_quarter ON desk.survey_form (quarter, department);
