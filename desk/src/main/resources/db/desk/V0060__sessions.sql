-- Who is signed in on the pages. Only hashes of what the browser holds are kept.
CREATE TABLE desk.session (
  id_hash      bytea PRIMARY KEY,
  person       text NOT NULL,
  csrf         text NOT NULL,
  created_at   timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  expires_at   timestamptz NOT NULL
);
CREATE INDEX session_of_person ON desk.session (person);
CREATE INDEX session_expiry ON desk.session (expires_at);

-- Links in cards that sign one person in once.
CREATE TABLE desk.sign_in_link (
  token_hash bytea PRIMARY KEY,
  person     text NOT NULL,
  target     text NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at    timestamptz
);

-- A form that was sent twice is answered like the first time and does nothing again.
CREATE TABLE desk.sent_form (
  form     text PRIMARY KEY,
  person   text NOT NULL,
  sent_at  timestamptz NOT NULL,
  location text
);
CREATE INDEX sent_form_age ON desk.sent_form (sent_at);
