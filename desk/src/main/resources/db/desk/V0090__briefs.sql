-- Briefs: what the department tells the hospital, from draft to the numbered issue.
CREATE TABLE desk.brief (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind         text NOT NULL,
  first_day    date NOT NULL,
  last_day     date NOT NULL,
  state        text NOT NULL,
  revision     int NOT NULL,
  title        text NOT NULL,
  body         text NOT NULL,
  editor       text NOT NULL,
  facts        jsonb NOT NULL,
  departments  text[] NOT NULL,
  groups       text[] NOT NULL,
  note         text NOT NULL,
  scheduled    boolean NOT NULL,
  corrects     bigint REFERENCES desk.brief (id),
  submitter    text,
  publisher    text,
  published_at timestamptz,
  issue        int UNIQUE,
  pdf          bytea,
  CHECK (first_day <= last_day),
  CHECK ((state = 'published') = (issue IS NOT NULL)),
  -- The second pair of eyes, kept by the database too.
  CHECK (publisher IS NULL OR (publisher <> editor AND publisher <> submitter))
);
CREATE INDEX brief_by_state ON desk.brief (state, id DESC);
CREATE INDEX brief_corrections ON desk.brief (corrects) WHERE corrects IS NOT NULL;
-- One draft a month comes by itself, and one correction at a time.
CREATE UNIQUE INDEX brief_of_month ON desk.brief (first_day) WHERE scheduled;
CREATE UNIQUE INDEX brief_correction_at_work ON desk.brief (corrects)
  WHERE corrects IS NOT NULL AND state IN ('draft', 'review');
CREATE SEQUENCE desk.brief_issue;

-- Every version of the text, with who wrote it.
CREATE TABLE desk.brief_revision (
  brief  bigint NOT NULL REFERENCES desk.brief (id),
  number int NOT NULL,
  title  text NOT NULL,
  body   text NOT NULL,
  editor text NOT NULL,
  at     timestamptz NOT NULL,
  PRIMARY KEY (brief, number)
);

-- Who opened it, once each, and whether it was of use to them.
CREATE TABLE desk.brief_reading (
  brief      bigint NOT NULL REFERENCES desk.brief (id),
  person     text NOT NULL,
  department text,
  at         timestamptz NOT NULL,
  useful     boolean,
  PRIMARY KEY (brief, person)
);
