-- Tickets that have to do with each other, each link from both ends.
CREATE TABLE desk.ticket_link (
  ticket bigint NOT NULL REFERENCES desk.ticket,
  other  bigint NOT NULL REFERENCES desk.ticket,
  PRIMARY KEY (ticket, other),
  CHECK (ticket <> other)
);

-- Spare devices that were lent while a ward's own was under repair.
CREATE TABLE desk.spare_loan (
  position   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  asset      text NOT NULL CHECK (length(asset) BETWEEN 1 AND 40),
  ticket     bigint NOT NULL REFERENCES desk.ticket,
  campus     text NOT NULL,
  department text,
  out_at     timestamptz NOT NULL,
  due_back   timestamptz NOT NULL,
  extended   boolean NOT NULL DEFAULT false,
  remind_at  timestamptz,
  back_at    timestamptz,
  condition  text
);
CREATE UNIQUE INDEX spare_loan_out ON desk.spare_loan (asset) WHERE back_at IS NULL;
CREATE INDEX spare_loan_of_ticket ON desk.spare_loan (ticket);
CREATE INDEX spare_loan_by_day ON desk.spare_loan (due_back) WHERE back_at IS NULL;
CREATE INDEX spare_loan_to_remind ON desk.spare_loan (remind_at) WHERE remind_at IS NOT NULL;
