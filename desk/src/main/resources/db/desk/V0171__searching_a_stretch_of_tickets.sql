-- The tickets of a stretch of numbers that a query matches: always from the index of words together
-- with that of numbers, where going back row by row would look at thousands that do not match.
CREATE FUNCTION desk.tickets_between(query tsquery, since bigint, before bigint) RETURNS bigint[]
  LANGUAGE sql STABLE PARALLEL SAFE
  SET enable_seqscan = off
  SET enable_indexscan = off
  SET plan_cache_mode = force_custom_plan
AS $$
  SELECT array(SELECT number FROM desk.ticket
                WHERE words @@ query AND number >= since AND number < before)
$$;
