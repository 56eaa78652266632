-- Who works here and where: loaded from the hospital's register, kept fresh by the WeCom directory.

CREATE TABLE desk.campus (
  id       text PRIMARY KEY,
  name     text NOT NULL,
  aliases  text[] NOT NULL DEFAULT '{}',
  beds     int NOT NULL DEFAULT 0 CHECK (beds >= 0),
  position int NOT NULL DEFAULT 0
);

CREATE TABLE desk.department (
  id         text PRIMARY KEY,
  name       text NOT NULL,
  campus     text NOT NULL REFERENCES desk.campus,
  building   text NOT NULL DEFAULT '',
  floor      text NOT NULL DEFAULT '',
  type       text NOT NULL DEFAULT '',
  critical   boolean NOT NULL DEFAULT false,
  beds       int NOT NULL DEFAULT 0,
  extension  text,
  liaison    text,
  aliases    text[] NOT NULL DEFAULT '{}',
  retired    boolean NOT NULL DEFAULT false,
  successors text[] NOT NULL DEFAULT '{}'
);

CREATE TABLE desk.team (
  id       text PRIMARY KEY,
  name     text NOT NULL,
  lead     text,
  position int NOT NULL DEFAULT 0
);

CREATE TABLE desk.squad (
  id   text PRIMARY KEY,
  team text NOT NULL REFERENCES desk.team,
  name text NOT NULL
);

CREATE TABLE desk.person (
  id           text PRIMARY KEY CHECK (id = lower(id)),
  name         text NOT NULL,
  title        text NOT NULL DEFAULT '',
  department   text REFERENCES desk.department,
  campus       text NOT NULL REFERENCES desk.campus,
  roles        text[] NOT NULL DEFAULT '{staff}',
  team         text REFERENCES desk.team,
  squad        text REFERENCES desk.squad,
  speciality   text,
  skills       text[] NOT NULL DEFAULT '{}',
  tier         text,
  campus_scope text[] NOT NULL DEFAULT '{}',
  phone        text,
  active       boolean NOT NULL DEFAULT true
);

-- Every instance keeps people and catalogue in memory and reads them anew when these move.
CREATE TABLE desk.revision (
  name  text PRIMARY KEY,
  value bigint NOT NULL DEFAULT 0
);
INSERT INTO desk.revision (name) VALUES ('people'), ('catalogue'), ('duty');

-- Programs that may call the API: the token itself is never kept, only its SHA-256.
CREATE TABLE desk.token (
  name       text PRIMARY KEY CHECK (name ~ '^[a-z0-9_.-]{1,60}$'),
  role       text NOT NULL,
  sha256     text NOT NULL UNIQUE CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  created_at timestamptz NOT NULL,
  revoked_at timestamptz
);
