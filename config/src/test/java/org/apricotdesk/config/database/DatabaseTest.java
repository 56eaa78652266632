package org.apricotdesk.config.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.pgclient.PgException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DatabaseTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  @Test
  void what_throws_leaves_nothing_behind() {
    assertThatThrownBy(
            () ->
                db.database()
                    .inTransaction(
                        tx -> {
                          tx.query("CREATE TABLE half_done ()").execute().await();
                          throw new IllegalStateException("stop");
                        }))
        .hasMessage("stop");

    assertThat(exists("half_done")).isFalse();
  }

  @Test
  void a_write_that_nobody_waited_for_undoes_the_whole() {
    assertThatThrownBy(
            () ->
                db.database()
                    .inTransaction(
                        tx -> {
                          tx.query("CREATE TABLE before_it ()").execute().await();
                          Database.unawaited(tx.query("SELECT 1 / 0").execute());
                          return "done";
                        }))
        .isInstanceOfSatisfying(PgException.class, DatabaseTest::isDivisionByZero);

    assertThat(exists("before_it")).isFalse();
  }

  @Test
  void the_first_write_that_failed_says_why_those_after_it_did() {
    assertThatThrownBy(
            () ->
                db.database()
                    .inTransaction(
                        tx -> {
                          Database.unawaited(tx.query("SELECT 1 / 0").execute());
                          return tx.query("SELECT 1").execute().await();
                        }))
        .isInstanceOfSatisfying(PgException.class, DatabaseTest::isDivisionByZero);
  }

  private static void isDivisionByZero(PgException failure) {
    assertThat(failure.getSqlState()).isEqualTo("22012");
  }

  @Test
  void a_transaction_that_gets_no_connection_in_time_says_so_and_keeps_none() {
    var one = new DatabaseSettings(db.url(), 1);
    try (var narrow = Database.open(db.vertx(), one, Duration.ofMillis(200))) {
      narrow.<Void>inTransaction(
          _ -> {
            assertThatThrownBy(() -> narrow.inTransaction(_ -> "never"))
                .isInstanceOf(NoConnectionException.class);
            return null;
          });

      assertThat(narrow.<String>inTransaction(_ -> "free again")).isEqualTo("free again");
    }
  }

  @Test
  void a_password_with_odd_characters_is_read_from_the_address() {
    var settings = new DatabaseSettings("postgresql://desk:p%40ss%3Aw@db.hospital:6432/apricot", 4);

    assertThat(settings.password()).isEqualTo("p@ss:w");
    assertThat(settings.port()).isEqualTo(6432);
    assertThat(settings).hasToString("db.hospital:6432/apricot");
  }

  private static boolean exists(String table) {
    var rows =
        db.database().pool().query("SELECT to_regclass('" + table + "')::text AS t").execute();
    return rows.await().iterator().next().getString("t") != null;
  }
}
