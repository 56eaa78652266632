-- Visits of engineers to wards, and what they found there.

CREATE TABLE desk.visit (
  number     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  date       date NOT NULL,
  slot       text NOT NULL,
  engineer   text NOT NULL,
  department text NOT NULL REFERENCES desk.department,
  topics     text NOT NULL,
  state      text NOT NULL,
  handover   boolean NOT NULL DEFAULT false,
  notes      text NOT NULL DEFAULT '',
  excuse     text NOT NULL DEFAULT '',
  logged_at  timestamptz,
  UNIQUE (date, slot, engineer),
  UNIQUE (date, slot, department)
);
CREATE INDEX visit_of_department ON desk.visit (department, date DESC);

CREATE TABLE desk.finding (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  visit       bigint NOT NULL REFERENCES desk.visit,
  kind        text NOT NULL,
  text        text NOT NULL,
  photo       text,
  on_the_spot boolean NOT NULL,
  at          timestamptz NOT NULL,
  by          text NOT NULL,
  outcome     text,
  result      text NOT NULL DEFAULT '',
  settled_at  timestamptz
);
CREATE INDEX finding_of_visit ON desk.finding (visit, id);
CREATE INDEX finding_by_time ON desk.finding (at);
CREATE INDEX finding_open ON desk.finding (id) WHERE outcome IS NULL AND kind <> 'praise';

-- Which weeks have been planned by the desk itself; leads may change what it planned.
CREATE TABLE desk.round_week (monday date PRIMARY KEY, planned_at timestamptz NOT NULL);
