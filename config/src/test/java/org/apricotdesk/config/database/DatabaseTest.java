package org.apricotdesk.config.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
