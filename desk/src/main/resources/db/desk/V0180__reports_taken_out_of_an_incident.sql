-- Whoever says that theirs is another trouble is not told of the incident any more; the row of a
-- ticket stays, so that it is not linked again.
ALTER TABLE desk.incident_report ADD COLUMN left_at timestamptz;
