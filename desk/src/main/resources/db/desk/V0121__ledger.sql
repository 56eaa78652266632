-- Facts the department is judged by that nothing else at the desk brings forth. Who changed what is
-- in the audit log.
CREATE TABLE desk.ledger (
  kind   text NOT NULL,
  id     text NOT NULL,
  on_day date NOT NULL,
  title  text NOT NULL,
  entry  jsonb NOT NULL,
  struck boolean NOT NULL,
  PRIMARY KEY (kind, id)
);
CREATE INDEX ledger_by_day ON desk.ledger (kind, on_day);
