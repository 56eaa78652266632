-- Somebody may ask that a listener hears once more what was put aside for it.
ALTER TABLE desk.parked_event ADD COLUMN asked_at timestamptz;
