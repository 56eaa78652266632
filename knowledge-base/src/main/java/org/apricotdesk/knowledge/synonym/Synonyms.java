package org.apricotdesk.knowledge.synonym;

import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apricotdesk.config.database.Database;

/// The administrators' list of words that mean the same.
///
/// It works at once, without a new index: a question is searched with the other words beside it.
public final class Synonyms {
  private static final Duration FRESH = Duration.ofSeconds(2);
  private static final int MOST = 2_000;
  private static final int MOST_ADDED = 12;

  private final Database database;
  private final Clock clock;
  private volatile Known known = new Known(Instant.MIN, Map.of());

  private record Known(Instant at, Map<Long, List<String>> groups) {}

  public Synonyms(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /// All groups by their number.
  public Map<Long, List<String>> all() {
    var rows =
        database
            .pool()
            .preparedQuery("SELECT id, words FROM knowledge.synonym ORDER BY id LIMIT $1")
            .execute(Tuple.of(MOST))
            .await();
    var out = new TreeMap<Long, List<String>>();
    for (var row : rows) out.put(row.getLong("id"), List.of(row.getArrayOfStrings("words")));
    return out;
  }

  /// @return the new group's number
  /// @throws IllegalArgumentException if there are not two different words
  public long add(List<String> words) {
    return add(database.pool(), words);
  }

  public long add(SqlClient sql, List<String> words) {
    var clean =
        words.stream().map(String::strip).filter(word -> !word.isEmpty()).distinct().toList();
    if (clean.size() < 2) throw new IllegalArgumentException("synonyms are at least two words");
    var rows =
        sql.preparedQuery("INSERT INTO knowledge.synonym (words) VALUES ($1) RETURNING id")
            .execute(Tuple.of(clean.toArray(new String[0])))
            .await();
    known = new Known(Instant.MIN, Map.of());
    return rows.iterator().next().getLong("id");
  }

  public boolean remove(long id) {
    return remove(database.pool(), id);
  }

  public boolean remove(SqlClient sql, long id) {
    var statement = "DELETE FROM knowledge.synonym WHERE id = $1";
    var rows = sql.preparedQuery(statement).execute(Tuple.of(id)).await();
    known = new Known(Instant.MIN, Map.of());
    return rows.rowCount() > 0;
  }

  /// The question, followed by the other words for those in it.
  public String beside(String question) {
    var lower = question.toLowerCase(Locale.ROOT);
    var added = new LinkedHashSet<String>();
    for (var group : current().values()) {
      if (group.stream().anyMatch(word -> lower.contains(word.toLowerCase(Locale.ROOT)))) {
        group.stream()
            .filter(word -> !lower.contains(word.toLowerCase(Locale.ROOT)))
            .forEach(added::add);
      }
    }
    var some = added.stream().limit(MOST_ADDED).toList();
    return some.isEmpty() ? question : question + " " + String.join(" ", some);
  }

  private Map<Long, List<String>> current() {
    var now = clock.instant();
    if (known.at().isBefore(now.minus(FRESH))) known = new Known(now, all());
    return known.groups();
  }
}
