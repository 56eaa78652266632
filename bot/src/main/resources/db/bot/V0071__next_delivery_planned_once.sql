-- Drops what newer deliveries to an address have overtaken; takes the first of the rest, or lets the
-- address go. It settles the one that was sent before, if any.
--
-- A function only because of its setting: PostgreSQL takes the values of each call for so telling
-- that it planned this statement anew every time, which took longer than running it.
CREATE FUNCTION bot.next_delivery(
    address text, holder text, held_until timestamptz, now timestamptz,
    before bigint, became text, trouble text, doubted boolean)
  RETURNS TABLE (held boolean, id bigint, purpose text, body jsonb, attempts int, doubted_at timestamptz)
  LANGUAGE plpgsql
  SET plan_cache_mode = force_generic_plan
AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  WITH settled AS (
    UPDATE bot.delivery d
       SET state = $6, settled_at = $4, trouble = $7,
           doubted_at = CASE WHEN $8 THEN $4 ELSE d.doubted_at END
     WHERE d.id = $5
  ), overtaken AS (
    SELECT d.id
      FROM bot.delivery d
     WHERE d.address = $1 AND d.state = 'due' AND d.fold IS NOT NULL
       AND EXISTS (SELECT 1 FROM bot.delivery newer
                    WHERE newer.address = d.address AND newer.fold = d.fold
                      AND newer.state = 'due' AND newer.due_at <= $4 AND newer.id > d.id)
  ), first AS (
    SELECT d.id
      FROM bot.delivery d
     WHERE d.address = $1 AND d.state = 'due' AND d.due_at <= $4
       AND d.id NOT IN (SELECT o.id FROM overtaken o)
     ORDER BY d.rank, d.id
     LIMIT 1
  ), hold AS (
    UPDATE bot.address a
       SET held_until = CASE WHEN EXISTS (SELECT FROM first) THEN $3 ELSE 'epoch' END
     WHERE a.address = $1 AND a.holder = $2
    RETURNING a.held_until
  ), folded AS (
    UPDATE bot.delivery d
       SET state = 'folded', settled_at = $4
      FROM hold
     WHERE d.id IN (SELECT o.id FROM overtaken o) AND d.state = 'due'
  ), taken AS (
    UPDATE bot.delivery d
       SET state = 'sending', attempts = d.attempts + 1, taken_at = $4
      FROM hold
     WHERE d.id = (SELECT f.id FROM first f) AND d.state = 'due'
    RETURNING d.id, d.purpose, d.body, d.attempts, d.doubted_at
  )
  SELECT hold.held_until > $4, taken.id, taken.purpose, taken.body, taken.attempts, taken.doubted_at
    FROM hold
    LEFT JOIN taken ON true;
END
$$;
