package org.apricotdesk.config.database;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A fresh, migrated database for a test class, on one real PostgreSQL server for the whole run.
///
/// ```java
/// @RegisterExtension static final TestDatabase db = TestDatabase.with("desk");
/// ```
public final class TestDatabase implements BeforeAllCallback, AfterAllCallback {
  private static final int POOL = 8;
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final Map<String, String> TEMPLATES = new ConcurrentHashMap<>();

  /// What is there between the first and the last test of the class.
  private record Running(DatabaseSettings settings, Vertx vertx, Database database) {}

  private final List<String> schemas;
  private final Deque<Runnable> before = new ArrayDeque<>();
  private @Nullable Running running;

  private TestDatabase(List<String> schemas) {
    this.schemas = schemas;
  }

  public static TestDatabase with(String... schemas) {
    return new TestDatabase(List.of(schemas));
  }

  /// An empty database.
  public static TestDatabase empty() {
    return new TestDatabase(List.of());
  }

  public Database database() {
    return running().database();
  }

  public Vertx vertx() {
    return running().vertx();
  }

  public DatabaseSettings settings() {
    return running().settings();
  }

  public String url() {
    return settings().url();
  }

  /// Ends what uses the database before the database goes; what began last ends first.
  public void atEnd(Runnable end) {
    before.push(end);
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    var template = TEMPLATES.computeIfAbsent(String.join(",", schemas), _ -> template());
    var name = fresh();
    execute("CREATE DATABASE " + name + " TEMPLATE " + template);
    var settings = new DatabaseSettings(Server.ONE.url(name), POOL);
    var vertx = Vertx.vertx();
    running = new Running(settings, vertx, Database.open(vertx, settings));
  }

  @Override
  public void afterAll(ExtensionContext context) {
    while (!before.isEmpty()) before.pop().run();
    database().close();
    vertx().close().await();
    execute("DROP DATABASE " + settings().name() + " WITH (FORCE)");
  }

  private Running running() {
    return Objects.requireNonNull(running, "the database is there only while tests run");
  }

  private String template() {
    var name = fresh();
    execute("CREATE DATABASE " + name);
    var empty = new DatabaseSettings(Server.ONE.url(name), 1);
    Migrations.migrate(empty, schemas.toArray(String[]::new));
    return name;
  }

  private static String fresh() {
    return "test_" + COUNT.incrementAndGet();
  }

  private static void execute(String sql) {
    var server = new DatabaseSettings(Server.ONE.url(), 1);
    try (var connection =
            DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /// Started with the first test class that needs it. Its data is thrown away, so it need not be
  /// safe against a power cut.
  private static final class Server {
    static final EmbeddedPostgres ONE = start();

    private static EmbeddedPostgres start() {
      try {
        var binaries = Path.of(System.getProperty("user.home"), ".cache", "apricot-desk");
        var home = Files.createTempDirectory("apricot-test-");
        var quick = List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off");
        var server = EmbeddedPostgres.start(binaries, home, quick);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, home)));
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void stop(EmbeddedPostgres server, Path home) {
      server.close();
      try (var files = Files.walk(home)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
