-- What was written before it was masked, sealed with the privacy key, for a few days only; and who
-- opened it, why. Neither is ever indexed for search.

CREATE TABLE desk.sealed_original (
  key      text PRIMARY KEY,
  sealed   bytea NOT NULL,
  kept_at  timestamptz NOT NULL,
  erase_at timestamptz NOT NULL CHECK (erase_at > kept_at)
);
CREATE INDEX sealed_original_to_erase ON desk.sealed_original (erase_at);

CREATE TABLE desk.sealed_original_opened (
  position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  key      text NOT NULL,
  person   text NOT NULL,
  reason   text NOT NULL CHECK (reason <> ''),
  at       timestamptz NOT NULL
);
CREATE INDEX sealed_original_opened_of ON desk.sealed_original_opened (key, position);
