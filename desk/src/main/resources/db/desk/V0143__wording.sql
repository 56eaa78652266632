-- What is said instead of built-in texts. An empty text is the built-in one again.
CREATE TABLE desk.wording (
  name       text NOT NULL,
  language   text NOT NULL CHECK (language IN ('zh', 'en')),
  text       text NOT NULL CHECK (length(text) <= 600),
  version    int NOT NULL,
  changed_by text NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (name, language)
);
INSERT INTO desk.revision (name) VALUES ('wording');
