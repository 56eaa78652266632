-- Which teams go to the wards on rounds; while none does, every engineer may be sent.
ALTER TABLE desk.team ADD COLUMN rounds boolean NOT NULL DEFAULT false;
UPDATE desk.team SET rounds = true WHERE id = 'clinical';
