-- A lane of the queue begins with what runs out first, and has further pages.
CREATE INDEX ticket_unclaimed_by_promise ON desk.ticket
  (coalesce(CASE WHEN status IN ('new', 'assigned') THEN response_due_at ELSE resolution_due_at END, 'infinity'), number)
  WHERE status IN ('new', 'assigned');
CREATE INDEX ticket_waiting_by_promise ON desk.ticket
  (coalesce(CASE WHEN status IN ('new', 'assigned') THEN response_due_at ELSE resolution_due_at END, 'infinity'), number)
  WHERE status IN ('pending_user', 'pending_vendor', 'pending_approval', 'scheduled');
DROP INDEX desk.ticket_waiting;
