package org.apricotdesk.config.event;

/// The SQL of a listener, for the log of one schema.
record SubscriptionStatements(String schema) {
  String introduce() {
    return "INSERT INTO %s.listener (name) VALUES ($1) ON CONFLICT DO NOTHING".formatted(schema);
  }

  String place() {
    return """
    SELECT tx::text AS tx, position,
           EXISTS (SELECT FROM %1$s.parked_event
                    WHERE listener = $1 AND asked_at IS NOT NULL) AS asked
      FROM %1$s.listener
     WHERE name = $1
       FOR UPDATE SKIP LOCKED
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
    return "UPDATE %s.listener SET tx = $2::text::xid8, position = $3 WHERE name = $1"
        .formatted(schema);
  }
}
