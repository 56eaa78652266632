-- Who looked at what, and who changed the desk itself. Rows are only ever added; the chain of seals
-- shows any that were changed or taken away afterwards.

CREATE TABLE desk.audit (
  position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tx       xid8 NOT NULL DEFAULT pg_current_xact_id(),
  at       timestamptz NOT NULL,
  actor    text NOT NULL,
  action   text NOT NULL,
  object   text NOT NULL,
  detail   jsonb NOT NULL
);
CREATE INDEX audit_order ON desk.audit (tx, position);
CREATE INDEX audit_of_object ON desk.audit (object, position DESC);
CREATE INDEX audit_of_actor ON desk.audit (actor, position DESC);

CREATE TABLE desk.audit_seal (
  number   bigint PRIMARY KEY CHECK (number > 0),
  tx       xid8 NOT NULL,
  position bigint NOT NULL,
  rows     int NOT NULL CHECK (rows > 0),
  hash     text NOT NULL
);

CREATE FUNCTION desk.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit log is append-only';
END $$;

CREATE TRIGGER audit_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON desk.audit
  FOR EACH STATEMENT EXECUTE FUNCTION desk.refuse_change();
CREATE TRIGGER audit_seal_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON desk.audit_seal
  FOR EACH STATEMENT EXECUTE FUNCTION desk.refuse_change();
