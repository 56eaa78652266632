package org.apricotdesk.config.database;

import org.flywaydb.core.Flyway;

/// Brings a module's schema to the version of the program: `db/<schema>/V0001__words.sql`, in
// order.
public final class Migrations {
  private Migrations() {}

  /// Migrates the schemas one after the other, creating what is missing. Blocks; for start only.
  ///
  /// @throws org.flywaydb.core.api.FlywayException if a migration fails or an applied one changed
  public static void migrate(DatabaseSettings database, String... schemas) {
    for (var schema : schemas) {
      Flyway.configure()
          .dataSource(database.jdbcUrl(), database.user(), database.password())
          .schemas(schema)
          .defaultSchema(schema)
          .table("migration")
          .locations("classpath:db/" + schema)
          .outOfOrder(false)
          .load()
          .migrate();
    }
  }
}
