package org.apricotdesk.config.event;

/// The SQL of a listener, for the log of one schema.
record SubscriptionStatements(String schema) {
  String introduce() {
    return "INSERT INTO %s.listener (name) VALUES ($1) ON CONFLICT DO NOTHING".formatted(schema);
  }

  /// Whether anything was recorded behind its place, whomever it concerns, or is to be heard again.
  String news() {
    return """
    SELECT EXISTS (SELECT FROM %1$s.parked_event
                    WHERE listener = $1 AND asked_at IS NOT NULL)
           OR coalesce(
                (SELECT event.tx < pg_snapshot_xmin(pg_current_snapshot())
                   FROM %1$s.event
                  WHERE (event.tx, event.position) > (listener.tx, listener.position)
                  ORDER BY event.tx, event.position
                  LIMIT 1), false) AS found
      FROM %1$s.listener
     WHERE name = $1
    """
        .formatted(schema);
  }

  /// Takes its place, unless another instance has it, and reads on from there. Everything before
  /// the horizon is there to be read; what stands behind it may still get something before it.
  String take() {
    return """
    WITH place AS MATERIALIZED (
      SELECT tx, position
        FROM %1$s.listener
       WHERE name = $1
         FOR UPDATE SKIP LOCKED
    ), horizon AS MATERIALIZED (
      SELECT pg_snapshot_xmin(pg_current_snapshot()) AS tx
    )
    SELECT EXISTS (SELECT FROM %1$s.parked_event
                    WHERE listener = $1 AND asked_at IS NOT NULL) AS asked,
           horizon.tx::text AS horizon, event.tx < horizon.tx AS settled, event.tx::text AS tx,
           event.position, stream, key, sequence, type, at, actor, payload
      FROM place
     CROSS JOIN horizon
      LEFT JOIN LATERAL (
             SELECT *
               FROM %1$s.event
              WHERE (event.tx, event.position) > (place.tx, place.position) AND stream = $2
              ORDER BY event.tx, event.position
              LIMIT $3) AS event ON true
     ORDER BY event.tx, event.position
    """
        .formatted(schema);
  }

  String asked() {
    return """
    SELECT e.position, e.stream, e.key, e.sequence, e.type, e.at, e.actor, e.payload
      FROM %1$s.parked_event p
      JOIN %1$s.event e ON e.position = p.position
     WHERE p.listener = $1 AND p.asked_at IS NOT NULL
     ORDER BY p.position
     LIMIT 1
    """
        .formatted(schema);
  }

  String heard() {
    return "DELETE FROM %s.parked_event WHERE listener = $1 AND position = $2".formatted(schema);
  }

  String failedAgain() {
    return """
    UPDATE %s.parked_event
       SET tries = tries + 1, error = $3, asked_at = NULL
     WHERE listener = $1 AND position = $2
    """
        .formatted(schema);
  }

  /// What everybody may read next.
  String next() {
    return """
    SELECT position, tx::text AS tx, stream, key, sequence, type, at, actor, payload
      FROM %s.event
     WHERE (tx, position) > ($1::text::xid8, $2)
       AND tx < pg_snapshot_xmin(pg_current_snapshot())
     ORDER BY event.tx, position
     LIMIT $3
    """
        .formatted(schema);
  }

  String park() {
    return """
    INSERT INTO %s.parked_event (listener, position, tries, error)
    VALUES ($1, $2, $3, $4)
    """
        .formatted(schema);
  }

  String move() {
    return """
    UPDATE %s.listener
       SET tx = $2::text::xid8, position = $3
     WHERE name = $1 AND (tx, position) < ($2::text::xid8, $3)
    """
        .formatted(schema);
  }
}
