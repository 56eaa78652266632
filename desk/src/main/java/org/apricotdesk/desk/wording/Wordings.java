package org.apricotdesk.desk.wording;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.config.database.Snapshot;
import org.apricotdesk.config.text.Rewording;
import org.apricotdesk.config.text.Texts;
import org.apricotdesk.desk.audit.Audit;
import org.apricotdesk.desk.staff.PersonId;

/// What the hospital says instead of the built-in texts, kept in memory; every instance follows a
/// change within seconds.
public final class Wordings implements Rewording {
  private static final int LONGEST = 600;

  private final Database database;
  private final Audit audit;
  private final Clock clock;
  private final Snapshot<Map<String, Wording>> snapshot;

  public Wordings(Database database, Audit audit, Clock clock) {
    this.database = database;
    this.audit = audit;
    this.clock = clock;
    var store = new WordingStore(database.pool());
    this.snapshot = new Snapshot<>(store::revision, () -> byName(store));
  }

  private static Map<String, Wording> byName(WordingStore store) {
    var found = new HashMap<String, Wording>();
    store.all().forEach(one -> found.put(key(one.name(), one.language()), one));
    return found;
  }

  /// Reads them anew if they have changed.
  public void refresh() {
    snapshot.refresh();
  }

  @Override
  public Optional<String> pattern(String name, Locale locale) {
    return find(name, language(locale)).map(Wording::text).filter(text -> !text.isEmpty());
  }

  /// The last change of a text; with an empty text if it was set back to the built-in one.
  public Optional<Wording> find(String name, String language) {
    return Optional.ofNullable(snapshot.value().get(key(name, language)));
  }

  public static String language(Locale locale) {
    return locale.getLanguage().equals("en") ? "en" : "zh";
  }

  private static String key(String name, String language) {
    return language + " " + name;
  }

  /// What may be wrong with a text.
  public enum Trouble {
    TOO_LONG,
    MALFORMED,
    /// It has a place that is never filled.
    UNKNOWN_PLACE
  }

  /// What is wrong with a pattern that is to be said instead of another.
  public static Optional<Trouble> trouble(String pattern, String builtIn) {
    if (pattern.length() > LONGEST) return Optional.of(Trouble.TOO_LONG);
    try {
      var known = Texts.arguments(builtIn);
      return Texts.arguments(pattern).stream().allMatch(known::contains)
          ? Optional.empty()
          : Optional.of(Trouble.UNKNOWN_PLACE);
    } catch (IllegalArgumentException _) {
      return Optional.of(Trouble.MALFORMED);
    }
  }

  /// Says this from now on; an empty text brings the built-in one back.
  ///
  /// @param read the version the writer looked at, 0 for none
  /// @return false if somebody else changed it meanwhile
  public boolean save(PersonId by, String name, String language, String text, int read) {
    var before = find(name, language).map(Wording::text).orElse("");
    var saved =
        database.inTransaction(
            tx -> {
              var now = clock.instant();
              if (!new WordingStore(tx).save(name, language, text, read, by, now)) return false;
              var detail =
                  new JsonObject().put("language", language).put("from", before).put("to", text);
              audit.record(tx, by, "wording.changed", "wording " + name, detail);
              return true;
            });
    if (saved) refresh();
    return saved;
  }
}
