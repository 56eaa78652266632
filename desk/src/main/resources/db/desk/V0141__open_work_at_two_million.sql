-- What is open is 6 in 1,000 tickets; each page of it has an index that holds nothing else.

-- An engineer's own work, without the thousands they solved.
CREATE INDEX ticket_open_of_assignee ON desk.ticket (assignee, number DESC)
  WHERE status NOT IN ('resolved', 'closed', 'cancelled', 'merged', 'redirected');
CREATE INDEX ticket_waiting ON desk.ticket (number)
  WHERE status IN ('pending_user', 'pending_vendor', 'pending_approval', 'scheduled');
-- The urgent ones are counted for every kind of viewer without a look at the table.
CREATE INDEX ticket_open_by_priority ON desk.ticket (priority)
  INCLUDE (requester, assignee, department, team, campus, status)
  WHERE status NOT IN ('resolved', 'closed', 'cancelled', 'merged', 'redirected');

-- Served by ticket_open_of_department and ticket_by_campus.
DROP INDEX desk.ticket_alike_of_department;
DROP INDEX desk.ticket_open_of_campus;
