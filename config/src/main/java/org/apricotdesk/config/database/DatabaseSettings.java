package org.apricotdesk.config.database;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// Where the database is.
///
/// @param url `postgresql://user:password@host:port/name`
/// @param poolSize how many connections one instance holds at most
public record DatabaseSettings(String url, int poolSize) {
  static final int DEFAULT_PORT = 5432;

  public DatabaseSettings {
    if (poolSize < 1) throw new IllegalArgumentException("pool size must be at least 1");
    if (!url.startsWith("postgresql://") && !url.startsWith("postgres://"))
      throw new IllegalArgumentException("database url must start with postgresql://");
  }

  String host() {
    return uri().getHost();
  }

  int port() {
    return uri().getPort() < 0 ? DEFAULT_PORT : uri().getPort();
  }

  String name() {
    return uri().getPath().substring(1);
  }

  String user() {
    return userInfo()[0];
  }

  String password() {
    var info = userInfo();
    return info.length > 1 ? info[1] : "";
  }

  String jdbcUrl() {
    return "jdbc:postgresql://" + host() + ":" + port() + "/" + name();
  }

  /// A plain JDBC connection, for what the reactive driver cannot do (`COPY`). Blocks.
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(jdbcUrl(), user(), password());
  }

  private String[] userInfo() {
    var info = uri().getRawUserInfo();
    var parts = info == null ? new String[] {"postgres"} : info.split(":", 2);
    for (var i = 0; i < parts.length; i++) {
      parts[i] = URLDecoder.decode(parts[i], StandardCharsets.UTF_8);
    }
    return parts;
  }

  private URI uri() {
    return URI.create(url);
  }

  /// Without the password, so that it may be logged.
  @Override
  public String toString() {
    return host() + ":" + port() + "/" + name();
  }
}
