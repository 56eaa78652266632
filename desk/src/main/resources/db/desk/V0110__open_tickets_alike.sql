-- Every report asks for open tickets about the same trouble; this finds them without reading all the place ever had.
CREATE INDEX ticket_alike_of_department ON desk.ticket (department, category, created_at)
  WHERE status NOT IN ('resolved', 'closed', 'cancelled', 'merged', 'redirected');
CREATE INDEX ticket_alike_of_requester ON desk.ticket (requester, category, created_at)
  WHERE status NOT IN ('resolved', 'closed', 'cancelled', 'merged', 'redirected');
