-- What else is open in the same department, without reading through all it ever reported.
CREATE INDEX ticket_open_of_department ON desk.ticket (department, number DESC)
  WHERE status NOT IN ('resolved', 'closed', 'cancelled', 'merged', 'redirected');
