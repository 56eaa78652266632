package org.apricotdesk.desk.staff;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.apricotdesk.config.database.Database;

/// Tokens of programs that call the API. Only their hashes are kept.
public final class Tokens {
  private static final String CREATE =
      """
      INSERT INTO desk.token (name, role, sha256, created_at) VALUES ($1, $2, $3, $4)
      ON CONFLICT (name) DO UPDATE
        SET role = excluded.role, sha256 = excluded.sha256, created_at = excluded.created_at,
            revoked_at = NULL
      """;

  private static final String ISSUED =
      "SELECT name, role, created_at FROM desk.token WHERE revoked_at IS NULL ORDER BY name";

  private static final String REVOKE =
      "UPDATE desk.token SET revoked_at = $2 WHERE name = $1 AND revoked_at IS NULL";

  private final Database database;
  private final People people;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  public Tokens(Database database, People people, Clock clock) {
    this.database = database;
    this.people = people;
    this.clock = clock;
  }

  /// Makes a token, in place of an older one of the same name.
  ///
  /// @return the token, to be shown once and never again
  public String create(String name, Role role) {
    if (!name.matches("[a-z0-9_.-]{1,60}"))
      throw new IllegalArgumentException(
          "a token's name is 1 to 60 of a-z, 0-9, '_', '.', '-', not '" + name + "'");
    var bytes = new byte[32];
    random.nextBytes(bytes);
    var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    var now = clock.instant().atOffset(ZoneOffset.UTC);
    change(CREATE, Tuple.of(name, role.code(), sha256(token), now));
    return token;
  }

  /// A token that opens something today.
  public record Issued(String name, Role role, Instant since) {}

  /// Those that were made and not revoked, by name; what stands in the settings is not among them.
  public List<Issued> issued() {
    return database.pool().query(ISSUED).execute().await().stream().map(Tokens::issued).toList();
  }

  private static Issued issued(Row row) {
    return new Issued(
        row.getString("name"),
        Role.of(row.getString("role")),
        row.getOffsetDateTime("created_at").toInstant());
  }

  /// @return whether there was such a token
  public boolean revoke(String name) {
    return change(REVOKE, Tuple.of(name, clock.instant().atOffset(ZoneOffset.UTC))) > 0;
  }

  private int change(String statement, Tuple values) {
    var changed =
        database.inTransaction(
            tx -> {
              var rows = tx.preparedQuery(statement).execute(values).await().rowCount();
              moved(tx);
              return rows;
            });
    people.refresh();
    return changed;
  }

  private static void moved(SqlConnection tx) {
    tx.query("UPDATE desk.revision SET value = value + 1 WHERE name = 'people'").execute().await();
  }

  /// The hash under which a token is known, as in the settings.
  static String sha256(String token) {
    try {
      var bytes = token.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java has SHA-256", missing);
    }
  }
}
