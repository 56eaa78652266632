package org.apricotdesk.config.database;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;

/// Brings a module's schema to the version of the program: `db/<schema>/V0001__words.sql`, in
/// order.
public final class Migrations {
  private Migrations() {}

  /// Migrates the schemas one after the other, creating what is missing. Blocks; for start only.
  ///
  /// @throws org.flywaydb.core.api.FlywayException if a migration fails or an applied one changed
  public static void migrate(DatabaseSettings database, String... schemas) {
    var marks = new MigrationMarks(database);
    for (var schema : schemas) {
      if (marks.isCurrent(schema)) continue;
      migrateTo(database, schema, MigrationVersion.LATEST);
      marks.set(schema);
    }
  }

  /// Migrates one schema no further than a version, to take in data of an older program.
  ///
  /// @throws org.flywaydb.core.api.FlywayException if a migration fails or an applied one changed
  public static void migrateTo(DatabaseSettings database, String schema, String version) {
    migrateTo(database, schema, MigrationVersion.fromVersion(version));
  }

  private static void migrateTo(DatabaseSettings database, String schema, MigrationVersion last) {
    Flyway.configure()
        .dataSource(database.jdbcUrl(), database.user(), database.password())
        .schemas(schema)
        .defaultSchema(schema)
        .table("migration")
        .locations("classpath:db/" + schema)
        .outOfOrder(false)
        .target(last)
        .load()
        .migrate();
  }
}
