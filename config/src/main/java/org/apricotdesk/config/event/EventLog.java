package org.apricotdesk.config.event;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apricotdesk.config.database.Bell;
import org.apricotdesk.config.database.Database;

/// The log of one schema. Its module's first migration creates the tables:
///
/// ```sql
/// CREATE TABLE desk.event (
///   position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
///   tx       xid8 NOT NULL DEFAULT pg_current_xact_id(),
///   stream   text NOT NULL,
///   key      text NOT NULL,
///   sequence int NOT NULL,
///   type     text NOT NULL,
///   at       timestamptz NOT NULL,
///   actor    text NOT NULL,
///   payload  jsonb NOT NULL,
///   UNIQUE (stream, key, sequence)
/// );
/// CREATE INDEX event_order ON desk.event (tx, position);
/// CREATE TABLE desk.listener (
///   name     text PRIMARY KEY,
///   tx       xid8 NOT NULL DEFAULT '0',
///   position bigint NOT NULL DEFAULT 0
/// );
/// CREATE TABLE desk.parked_event (
///   listener  text NOT NULL,
///   position  bigint NOT NULL,
///   tries     int NOT NULL,
///   error     text NOT NULL,
///   parked_at timestamptz NOT NULL DEFAULT now(),
///   asked_at  timestamptz,
///   PRIMARY KEY (listener, position)
/// );
/// ```
///
/// Positions are handed out before commit, so a lower one may appear after a higher one. Listeners
/// therefore read in the order of transactions, and only those older than any still running.
public final class EventLog {
  private final String append;
  private final String history;
  private final String lags;
  private final String parked;
  private final String hearAgain;
  private final String schema;
  private final Set<Bell> bells = ConcurrentHashMap.newKeySet();

  public EventLog(String schema) {
    this.schema = schema;
    this.append =
        """
        INSERT INTO %s.event (stream, key, sequence, type, at, actor, payload)
        SELECT stream, key, sequence, type, at, actor, payload
          FROM unnest($1::text[], $2::text[], $3::int[], $4::text[], $5::timestamptz[],
                      $6::text[], $7::jsonb[])
               WITH ORDINALITY AS _(stream, key, sequence, type, at, actor, payload, n)
         ORDER BY n
        """
            .formatted(schema);
    this.history =
        """
        SELECT position, stream, key, sequence, type, at, actor, payload
          FROM %s.event
         WHERE stream = $1 AND key = $2
         ORDER BY sequence
        """
            .formatted(schema);
    this.lags =
        """
        SELECT name, first.at,
               (SELECT count(*) FROM %1$s.parked_event WHERE listener = name) AS parked
          FROM %1$s.listener
          LEFT JOIN LATERAL (
                 SELECT event.at
                   FROM %1$s.event
                  WHERE (event.tx, event.position) > (listener.tx, listener.position)
                  ORDER BY event.tx, event.position
                  LIMIT 1) AS first ON true
         ORDER BY name
        """
            .formatted(schema);
    this.parked =
        """
        SELECT p.listener, p.tries, p.error, p.parked_at, p.asked_at IS NOT NULL AS asked,
               e.position, e.stream, e.key, e.sequence, e.type, e.at, e.actor, e.payload
          FROM %1$s.parked_event p
          JOIN %1$s.event e ON e.position = p.position
         ORDER BY p.position DESC, p.listener
         LIMIT $1
        """
            .formatted(schema);
    this.hearAgain =
        """
        UPDATE %s.parked_event SET asked_at = now()
         WHERE listener = $1 AND position = $2 AND asked_at IS NULL
        """
            .formatted(schema);
  }

  /// Records a fact within the caller's transaction and wakes the listeners after its commit.
  public void append(SqlConnection tx, NewEvent event) {
    append(tx, List.of(event));
  }

  /// Records several in their order, with one statement.
  public void append(SqlConnection tx, List<NewEvent> events) {
    if (events.isEmpty()) return;
    Database.unawaited(tx.preparedQuery(append).execute(rows(events)));
    var streams = events.stream().map(NewEvent::stream).distinct().toList();
    for (var bell : bells) streams.forEach(stream -> bell.ringAfter(tx, channel(schema), stream));
  }

  private static Tuple rows(List<NewEvent> events) {
    return Tuple.of(
            events.stream().map(NewEvent::stream).toArray(String[]::new),
            events.stream().map(NewEvent::key).toArray(String[]::new),
            events.stream().map(NewEvent::sequence).toArray(Integer[]::new),
            events.stream().map(NewEvent::type).toArray(String[]::new),
            events.stream()
                .map(e -> e.at().atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new),
            events.stream().map(NewEvent::actor).toArray(String[]::new))
        .addValue(events.stream().map(NewEvent::payload).toArray(JsonObject[]::new));
  }

  /// A thing's whole history, oldest first.
  public List<Event> of(SqlClient sql, String stream, String key) {
    var rows = sql.preparedQuery(history).execute(Tuple.of(stream, key)).await();
    return rows.stream().map(EventLog::event).toList();
  }

  /// Starts handing the events of one stream to a listener, from where it stopped last time; a
  /// name that was never used starts at the beginning. Of several instances one at a time serves a
  /// name.
  public Subscription listen(Database database, String name, String stream, Listener listener) {
    return listen(database, new Subscription.To(schema, name, stream), listener, Patience.USUAL);
  }

  Subscription listen(Database database, Subscription.To to, Listener listener, Patience patience) {
    bells.add(database.bell());
    return Subscription.start(database, to, listener, patience);
  }

  /// Starts telling what is recorded from now on, to each instance that asks.
  public Tail follow(Database database, Consumer<List<Event>> hears) {
    bells.add(database.bell());
    return Tail.start(database, schema, hears);
  }

  /// Where a ring is about new events; it names their stream.
  static String channel(String schema) {
    return schema + "_event";
  }

  /// How far each listener has come.
  public Future<List<Lag>> lags(SqlClient sql, Instant now) {
    return sql.preparedQuery(lags)
        .execute()
        .map(rows -> rows.stream().map(row -> lag(row, now)).toList());
  }

  /// What was put aside, the newest first.
  public List<ParkedEvent> parked(SqlClient sql, int limit) {
    return sql.preparedQuery(parked).execute(Tuple.of(limit)).await().stream()
        .map(EventLog::parked)
        .toList();
  }

  /// Asks that a listener hears once more what was put aside for it; it does within a second or so.
  ///
  /// @return false if there is nothing of that kind, or somebody has asked already
  public boolean hearAgain(SqlClient sql, String listener, long position) {
    var which = Tuple.of(listener, position);
    return sql.preparedQuery(hearAgain).execute(which).await().rowCount() > 0;
  }

  private static ParkedEvent parked(Row row) {
    return new ParkedEvent(
        row.getString("listener"),
        event(row),
        row.getInteger("tries"),
        row.getString("error"),
        row.getOffsetDateTime("parked_at").toInstant(),
        row.getBoolean("asked"));
  }

  private static Lag lag(Row row, Instant now) {
    var waiting = Optional.ofNullable(row.getOffsetDateTime("at")).map(OffsetDateTime::toInstant);
    var behind = waiting.map(at -> Duration.between(at, now)).orElse(Duration.ZERO);
    return new Lag(row.getString("name"), behind, row.getLong("parked"));
  }

  static Event event(Row row) {
    return new Event(
        row.getLong("position"),
        row.getString("stream"),
        row.getString("key"),
        row.getInteger("sequence"),
        row.getString("type"),
        row.getOffsetDateTime("at").toInstant(),
        row.getString("actor"),
        row.getJsonObject("payload"));
  }
}
