package org.apricotdesk.config.database;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/// A server of a test's own that goes away and comes back on the same port, as one does when its
/// operator restarts it.
public final class StoppablePostgres implements AutoCloseable {
  private static final Path BINARIES =
      Path.of(System.getProperty("user.home"), ".cache", "apricot-desk");

  private final EmbeddedPostgres server;
  private final PostgresCommands commands;

  private StoppablePostgres(EmbeddedPostgres server, PostgresCommands commands) {
    this.server = server;
    this.commands = commands;
  }

  /// Starts it on new data in that folder.
  public static StoppablePostgres start(Path home) {
    var server = EmbeddedPostgres.start(BINARIES, home, List.of());
    var programs = PostgresBinaries.unpackedUnder(BINARIES);
    return new StoppablePostgres(server, new PostgresCommands(programs, home));
  }

  public String url() {
    return server.url();
  }

  /// Ends all connections; what was not committed is rolled back.
  public void stop() {
    commands.stop();
  }

  public void startAgain() {
    commands.start(URI.create(url()).getPort(), List.of());
  }

  @Override
  public void close() {
    server.close();
  }
}
