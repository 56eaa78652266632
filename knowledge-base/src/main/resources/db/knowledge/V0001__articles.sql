-- Articles, what became of them, and what people said to them.
-- `changed` is the transaction of the last change: every instance follows it to keep its own
-- search index, reading only transactions older than any still running.
CREATE TABLE knowledge.article (
  id         text PRIMARY KEY,
  title      text NOT NULL,
  category   text NOT NULL,
  state      text NOT NULL CHECK (state IN ('draft', 'published', 'retired')),
  revision   int NOT NULL,
  content    jsonb NOT NULL,
  owner      text NOT NULL,
  review_on  date,
  changed_at timestamptz NOT NULL,
  changed    xid8 NOT NULL DEFAULT pg_current_xact_id()
);
CREATE INDEX article_changed ON knowledge.article (changed);
CREATE INDEX article_state ON knowledge.article (state, id);
CREATE INDEX article_review ON knowledge.article (review_on) WHERE state = 'published';
CREATE SEQUENCE knowledge.article_number START 10001;

CREATE TABLE knowledge.revision (
  article    text NOT NULL REFERENCES knowledge.article,
  revision   int NOT NULL,
  at         timestamptz NOT NULL,
  actor      text NOT NULL,
  content    jsonb NOT NULL,
  PRIMARY KEY (article, revision)
);

-- One row each time an article is shown to somebody; the verdict comes later.
CREATE TABLE knowledge.showing (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  article    text NOT NULL REFERENCES knowledge.article,
  person     text NOT NULL,
  at         timestamptz NOT NULL,
  verdict    text NOT NULL DEFAULT 'open'
             CHECK (verdict IN ('open', 'useful', 'useless', 'returned', 'quiet')),
  judged_at  timestamptz
);
CREATE INDEX showing_article ON knowledge.showing (article, at);
CREATE INDEX showing_person ON knowledge.showing (person, at) WHERE verdict = 'open';
CREATE INDEX showing_open ON knowledge.showing (at) WHERE verdict = 'open';

-- Questions without an answer; the text is masked before it comes here.
CREATE TABLE knowledge.unanswered (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  question   text NOT NULL,
  at         timestamptz NOT NULL
);
CREATE INDEX unanswered_at ON knowledge.unanswered (at);

CREATE TABLE knowledge.synonym (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  words      text[] NOT NULL CHECK (cardinality(words) >= 2)
);
