-- Every report asks twice for open tickets about the same trouble; without this each of them reads the rows of all that
-- is open in the department, dozens on a busy day.
CREATE INDEX ticket_alike_of_department ON desk.ticket (department, category, created_at)
  WHERE status NOT IN ('resolved', 'closed', 'cancelled', 'merged', 'redirected');
