-- When what came of a suggestion was measured: what was gained in a time is found by it.
ALTER TABLE desk.suggestion ADD measured_at timestamptz;
UPDATE desk.suggestion s
   SET measured_at = e.at,
       state = state || jsonb_build_object('measuredAt',
                 to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
  FROM (SELECT key, max(at) AS at FROM desk.event
         WHERE stream = 'suggestion' AND type = 'measured' GROUP BY key) e
 WHERE e.key = s.number::text;
CREATE INDEX suggestion_by_measure ON desk.suggestion (measured_at) WHERE measured_at IS NOT NULL;
