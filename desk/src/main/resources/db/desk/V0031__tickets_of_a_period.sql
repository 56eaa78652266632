-- Figures look at the tickets that lived in a period: opened before its end, closed after its start.
CREATE INDEX ticket_by_end ON desk.ticket (closed_at);
