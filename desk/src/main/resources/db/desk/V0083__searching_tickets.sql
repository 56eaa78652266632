-- The tickets a query matches, up to a limit, in no order and always by the index of words. What
-- the planner believes about words it has not counted would make it read the whole table.
CREATE FUNCTION desk.tickets_with(query tsquery, most int) RETURNS bigint[]
  LANGUAGE sql STABLE PARALLEL SAFE
  SET enable_seqscan = off
AS $$
  SELECT array(SELECT number FROM desk.ticket WHERE words @@ query LIMIT most)
$$;
