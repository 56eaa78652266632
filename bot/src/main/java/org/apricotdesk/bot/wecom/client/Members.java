package org.apricotdesk.bot.wecom.client;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apricotdesk.config.database.Database;
import org.jspecify.annotations.Nullable;

/// Members, read one by one when somebody wants to know, and remembered for a day by all instances.
final class Members {
  private static final Duration KNOWN_FOR = Duration.ofHours(24);
  private static final Duration UNKNOWN_FOR = Duration.ofHours(1);
  private static final Set<Integer> NOT_SHOWN = Set.of(40003, 46004, 50002, 60011, 60021, 60111);
  private static final Set<String> KEPT =
      Set.of("userid", "name", "department", "position", "status");

  private static final String FIND =
      """
      SELECT facts
        FROM bot.member
       WHERE userid = $1
         AND read_at > CASE WHEN facts IS NULL THEN $3::timestamptz ELSE $2::timestamptz END
      """;

  private static final String KEEP =
      """
      INSERT INTO bot.member (userid, facts, read_at)
      VALUES ($1, $2, $3)
          ON CONFLICT (userid) DO UPDATE SET facts = excluded.facts, read_at = excluded.read_at
      """;

  private static final String FORGET = "DELETE FROM bot.member WHERE userid = $1";

  private final Database database;
  private final AppCalls app;
  private final Clock clock;

  Members(Database database, AppCalls app, Clock clock) {
    this.database = database;
    this.app = app;
    this.clock = clock;
  }

  Optional<Member> find(String userid) {
    var now = clock.instant().atOffset(ZoneOffset.UTC);
    var key = Tuple.of(canonical(userid), now.minus(KNOWN_FOR), now.minus(UNKNOWN_FOR));
    for (var row : database.pool().preparedQuery(FIND).execute(key).await()) {
      return Optional.ofNullable(row.getJsonObject("facts")).map(Member::of);
    }
    return ask(userid);
  }

  void forget(String userid) {
    database.pool().preparedQuery(FORGET).execute(Tuple.of(canonical(userid))).await();
  }

  private Optional<Member> ask(String userid) {
    try {
      var facts = app.get("user/get", Map.of("userid", userid));
      facts.fieldNames().retainAll(KEPT);
      if (!(facts.getValue("department") instanceof JsonArray)) {
        facts.put("department", new JsonArray());
      }
      keep(userid, facts);
      return Optional.of(Member.of(facts));
    } catch (WeComException refused) {
      if (!NOT_SHOWN.contains(refused.code())) throw refused;
      keep(userid, null);
      return Optional.empty();
    }
  }

  private void keep(String userid, @Nullable JsonObject facts) {
    var now = clock.instant().atOffset(ZoneOffset.UTC);
    var row = Tuple.of(canonical(userid), facts, now);
    database.pool().preparedQuery(KEEP).execute(row).await();
  }

  /// The platform tells userids apart without regard to case.
  private static String canonical(String userid) {
    return userid.toLowerCase(Locale.ROOT);
  }
}
