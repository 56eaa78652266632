-- What instances share about the WeCom platform.

-- Access tokens and script tickets: fetching one anew may end the old one, so there is one for all instances.
CREATE TABLE bot.pass (
  name text PRIMARY KEY,
  sealed bytea,                             -- encrypted with a key made of the app's secret
  expires_at timestamptz NOT NULL
);

-- Members as the platform's address book has them; without facts it does not show them to us.
CREATE TABLE bot.member (
  userid text PRIMARY KEY,
  facts jsonb,
  read_at timestamptz NOT NULL
);

-- Who holds what only one instance may: the robot's long connection.
CREATE TABLE bot.lease (
  name text PRIMARY KEY,
  holder uuid NOT NULL,
  expires_at timestamptz NOT NULL
);
