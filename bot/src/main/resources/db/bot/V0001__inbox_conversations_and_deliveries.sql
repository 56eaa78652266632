-- What came in, what people are talking about, and what is to be told to whom.

-- One row for each message or click of the platform. A repeat finds the row and gets the stored reply.
CREATE TABLE bot.inbox (
  id text PRIMARY KEY,
  channel text NOT NULL,
  person text NOT NULL,
  chat text NOT NULL,                       -- '' is the direct chat
  sent_at timestamptz NOT NULL,             -- by the platform's clock
  received_at timestamptz NOT NULL,
  said jsonb NOT NULL,                      -- masked
  state text NOT NULL CHECK (state IN ('done', 'failed', 'dead')),
  reply jsonb,
  attempts int NOT NULL DEFAULT 1,
  retry_at timestamptz,
  error text
);
CREATE INDEX inbox_of_person ON bot.inbox (person, received_at);
CREATE INDEX inbox_to_retry ON bot.inbox (retry_at) WHERE state = 'failed';

-- Where the talk with one person stands, wherever they write; its row lock puts their messages in line.
CREATE TABLE bot.conversation (
  person text PRIMARY KEY,
  talk jsonb NOT NULL,
  touched_at timestamptz NOT NULL
);

-- One row for each recipient and purpose. The key makes a listener safe to run twice.
CREATE TABLE bot.delivery (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  key text NOT NULL UNIQUE,
  address text NOT NULL,                    -- member:…, chat:…, webhook:…
  purpose text NOT NULL,
  ticket bigint,
  rank smallint NOT NULL,                   -- 1 goes first
  fold text,                                -- of several waiting with one fold only the newest is sent
  body jsonb NOT NULL,
  state text NOT NULL DEFAULT 'due'
    CHECK (state IN ('due', 'sending', 'sent', 'folded', 'unknown', 'dead')),
  attempts int NOT NULL DEFAULT 0,
  due_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  taken_at timestamptz,
  settled_at timestamptz,
  trouble text
);
CREATE INDEX delivery_due ON bot.delivery (address, rank, id) WHERE state = 'due';
CREATE INDEX delivery_sending ON bot.delivery (taken_at) WHERE state = 'sending';
CREATE INDEX delivery_counted ON bot.delivery (address, settled_at)
  WHERE state IN ('sent', 'unknown');
CREATE INDEX delivery_troubled ON bot.delivery (id) WHERE state IN ('unknown', 'dead');
CREATE INDEX delivery_of_ticket ON bot.delivery (ticket) WHERE ticket IS NOT NULL;

-- One row for each address that was ever written to: who is sending there now, and until when to keep quiet.
CREATE TABLE bot.address (
  address text PRIMARY KEY,
  held_until timestamptz NOT NULL,
  holder text NOT NULL,
  quiet_until timestamptz NOT NULL
);

-- Every card shown, so that a click is checked against what was shown to whom, and the card can be changed later.
CREATE TABLE bot.card (
  task_id text PRIMARY KEY,
  address text NOT NULL,
  kind text NOT NULL,
  ticket bigint,
  facts jsonb NOT NULL,
  response_code text,                       -- newest, unused; application cards only
  created_at timestamptz NOT NULL
);
CREATE INDEX card_of_ticket ON bot.card (ticket, kind) WHERE ticket IS NOT NULL;
