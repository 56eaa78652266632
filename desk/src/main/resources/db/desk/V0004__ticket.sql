-- Tickets as they stand: one row each, a projection of their events that can be rebuilt.

-- Numbers people say on the phone; four digits from the start, so a lone "1" in a chat is no ticket.
CREATE SEQUENCE desk.ticket_number START 1001;

CREATE TABLE desk.ticket (
  number                  bigint PRIMARY KEY,
  version                 int NOT NULL,
  kind                    text NOT NULL,
  status                  text NOT NULL,
  stage                   jsonb NOT NULL,
  priority                text NOT NULL,
  title                   text NOT NULL,
  description             text NOT NULL,
  category                text,
  campus                  text NOT NULL,
  department              text,
  place                   text,
  asset                   text,
  requester               text NOT NULL,
  impact                  text,
  urgency                 text,
  source                  text NOT NULL,
  chat                    text,
  attachments             text[] NOT NULL,
  team                    text,
  squad                   text,
  speciality              text,
  assignee                text,
  created_at              timestamptz NOT NULL,
  first_responded_at      timestamptz,
  resolved_at             timestamptz,
  closed_at               timestamptz,
  assigned_count          int NOT NULL,
  released_count          int NOT NULL,
  reopened_count          int NOT NULL,
  nudged_count            int NOT NULL,
  response_due_at         timestamptz,
  response_met            boolean,
  response_used_seconds   bigint NOT NULL,
  resolution_due_at       timestamptz,
  resolution_met          boolean,
  resolution_used_seconds bigint NOT NULL,
  sla_snapshot            jsonb NOT NULL,
  rating                  jsonb,
  parent                  bigint,
  incident                bigint,
  act_at                  timestamptz,
  words                   tsvector NOT NULL,
  CHECK (assignee IS NOT NULL OR status <> 'in_progress')
);

CREATE INDEX ticket_open_of_team ON desk.ticket (team, number)
  WHERE status NOT IN ('resolved', 'closed', 'cancelled', 'merged', 'redirected');
CREATE INDEX ticket_open_of_campus ON desk.ticket (campus, number)
  WHERE status NOT IN ('resolved', 'closed', 'cancelled', 'merged', 'redirected');
CREATE INDEX ticket_unclaimed ON desk.ticket (number) WHERE status IN ('new', 'assigned');
CREATE INDEX ticket_by_status ON desk.ticket (status, number DESC);
CREATE INDEX ticket_by_assignee ON desk.ticket (assignee, number DESC);
CREATE INDEX ticket_by_requester ON desk.ticket (requester, number DESC);
CREATE INDEX ticket_by_department ON desk.ticket (department, number DESC);
CREATE INDEX ticket_by_team ON desk.ticket (team, number DESC);
CREATE INDEX ticket_by_campus ON desk.ticket (campus, number DESC);
CREATE INDEX ticket_by_creation ON desk.ticket (created_at);
CREATE INDEX ticket_children ON desk.ticket (parent) WHERE parent IS NOT NULL;
CREATE INDEX ticket_of_incident ON desk.ticket (incident) WHERE incident IS NOT NULL;
CREATE INDEX ticket_to_act_on ON desk.ticket (act_at) WHERE act_at IS NOT NULL;
CREATE INDEX ticket_words ON desk.ticket USING gin (words);

-- Pictures and files, by the hash of their content; the bytes lie in the data directory.
CREATE TABLE desk.attachment (
  sha256    text PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  type      text NOT NULL,
  size      bigint NOT NULL CHECK (size > 0),
  kept_at   timestamptz NOT NULL,
  erased_at timestamptz
);
