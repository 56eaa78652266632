-- How much everybody has in hand is asked for each new ticket; unclaimed work is no part of it.
CREATE INDEX ticket_open_of_assignee ON desk.ticket (assignee)
  WHERE assignee IS NOT NULL
    AND status NOT IN ('resolved', 'closed', 'cancelled', 'merged', 'redirected');
