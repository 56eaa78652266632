package org.apricotdesk.config.database;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A PostgreSQL server of our own, for a hospital that has none: same engine, kept in the data
/// directory, written through to the disk.
///
/// It listens on the loopback address only, with a generated password. A server that outlived a
/// killed program is taken over; so is its data. While the service runs, commands on the same
/// folder are its guests: they use its server and leave it running.
public final class EmbeddedPostgres implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
  private static final String USER = "apricot";
  private static final String NAME = "apricot";
  private static final String NO_SUCH_DATABASE = "3D000";
  private static final int ATTEMPTS = 20;
  private static final Duration PAUSE = Duration.ofMillis(500);

  /// What passes by itself: a port that was free a moment ago was taken by a connection, or what a
  /// killed server left behind is still going.
  private static final List<String> PASSING =
      List.of("could not create any TCP/IP sockets", "is still in use");

  private final PostgresCommands commands;
  private final Path home;
  private final String password;
  private final Owner owner;
  private int port;

  private EmbeddedPostgres(PostgresCommands commands, Path home, String password) {
    this.commands = commands;
    this.home = home;
    this.password = password;
    this.owner = new Owner(home.resolve("owner"));
  }

  /// Starts the server on the data under `dataDir/postgres`, creating it the first time. Blocks.
  ///
  /// @throws IllegalStateException if the server does not start; the message has its log's end
  public static EmbeddedPostgres start(Path dataDir) {
    return start(dataDir, dataDir.resolve("postgres"), List.of());
  }

  /// @param binaries the folder to keep the unpacked programs in
  /// @param options further server settings, such as `fsync=off` for tests
  static EmbeddedPostgres start(Path binaries, Path home, List<String> options) {
    try {
      Files.createDirectories(home);
      var unpacked = PostgresBinaries.unpackedUnder(plain(binaries));
      var absolute = plain(home);
      var commands = new PostgresCommands(unpacked, absolute);
      var server = new EmbeddedPostgres(commands, absolute, password(absolute));
      server.run(options);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot prepare PostgreSQL's data in " + home, e);
    }
  }

  /// Without the dots of `./data`, which what lies below would not seem to lie in.
  private static Path plain(Path folder) {
    return folder.toAbsolutePath().normalize();
  }

  public String url() {
    return "postgresql://" + USER + ":" + password + "@127.0.0.1:" + port + "/" + NAME;
  }

  /// Another database of the same server.
  String url(String name) {
    return "postgresql://" + USER + ":" + password + "@127.0.0.1:" + port + "/" + name;
  }

  private void run(List<String> options) throws IOException {
    try (var file = FileChannel.open(home.resolve("lock"), CREATE, WRITE);
        var _ = file.lock()) { // of two programs that start at once, one finds the other's server
      runAlone(options);
    }
  }

  private void runAlone(List<String> options) throws IOException {
    if (!Files.exists(home.resolve("data"))) {
      commands.initialise(USER, home.resolve("password"));
    }
    if (adopted()) {
      if (!owner.isAnother()) owner.becomeMe();
      LOG.info("using the running PostgreSQL on port {}", port);
    } else {
      owner.becomeMe();
      startOnFreePort(options);
      LOG.info("PostgreSQL {} started on port {}", PostgresBinaries.VERSION, port);
      findDatabase();
    }
  }

  private void startOnFreePort(List<String> options) throws IOException {
    for (var attempt = 1; ; attempt++) {
      port = freePort();
      try {
        commands.start(port, options);
        return;
      } catch (IllegalStateException refused) {
        var why = String.valueOf(refused.getMessage());
        if (attempt == ATTEMPTS || PASSING.stream().noneMatch(why::contains)) throw refused;
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  /// A server that a killed program left behind: use it if it answers, else end it.
  private boolean adopted() throws IOException {
    var running = RunningPostgres.read(home.resolve("data/postmaster.pid"));
    if (running.isEmpty()) {
      return false;
    }
    port = running.get().port();
    if (answers()) {
      return true;
    }
    try {
      commands.stop();
    } catch (IllegalStateException failure) {
      if (RunningPostgres.read(home.resolve("data/postmaster.pid")).isPresent()) throw failure;
    }
    return false;
  }

  private boolean answers() {
    try {
      createDatabase();
      return true;
    } catch (SQLException _) {
      return false;
    }
  }

  private void findDatabase() {
    try {
      createDatabase();
    } catch (SQLException e) {
      throw new IllegalStateException("cannot create the database in " + home, e);
    }
  }

  /// Only the first time: later it is there, and one connection shows it.
  private void createDatabase() throws SQLException {
    try (var _ = connect(NAME)) {
      return;
    } catch (SQLException failure) {
      if (!NO_SUCH_DATABASE.equals(failure.getSQLState())) throw failure;
    }
    try (var connection = connect("postgres");
        var statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + NAME);
    }
  }

  private java.sql.Connection connect(String name) throws SQLException {
    var url = "jdbc:postgresql://127.0.0.1:" + port + "/" + name + "?connectTimeout=5";
    return DriverManager.getConnection(url, USER, password);
  }

  /// Stops the server after its running transactions were rolled back, unless another program
  /// that lives owns it.
  @Override
  public void close() {
    if (!owner.isAnother()) commands.stop();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static String password(Path home) throws IOException {
    var file = home.resolve("password");
    if (!Files.exists(file)) {
      var bytes = new byte[24];
      new SecureRandom().nextBytes(bytes);
      var owner = PosixFilePermissions.fromString("rw-------");
      Files.createFile(file, PosixFilePermissions.asFileAttribute(owner));
      Files.writeString(file, HexFormat.of().formatHex(bytes));
    }
    return Files.readString(file);
  }

  /// What `postmaster.pid` says of a server that is alive.
  private record RunningPostgres(int port) {
    private static final int PORT_LINE = 4;

    static Optional<RunningPostgres> read(Path file) throws IOException {
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      var lines = Files.readAllLines(file);
      if (lines.size() < PORT_LINE) { // its program died while it wrote this
        Files.delete(file);
        return Optional.empty();
      }
      var alive =
          ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
              .filter(ProcessHandle::isAlive)
              .filter(process -> isPostgres(process));
      if (alive.isEmpty()) {
        Files.delete(file);
        return Optional.empty();
      }
      return Optional.of(new RunningPostgres(Integer.parseInt(lines.get(PORT_LINE - 1).strip())));
    }

    /// After a reboot the number may belong to anything.
    private static boolean isPostgres(ProcessHandle process) {
      return process.info().command().map(c -> c.endsWith("postgres")).orElse(true);
    }
  }

  /// Whose server it is, by the number of the program's process.
  private record Owner(Path file) {
    /// Another program on this machine that is alive.
    boolean isAnother() {
      return number().stream()
          .filter(pid -> pid != ProcessHandle.current().pid())
          .flatMap(pid -> ProcessHandle.of(pid).stream())
          .anyMatch(process -> process.isAlive() && isJava(process));
    }

    void becomeMe() throws IOException {
      Files.writeString(file, Long.toString(ProcessHandle.current().pid()));
    }

    private Optional<Long> number() {
      try {
        return Optional.of(Long.parseLong(Files.readString(file).strip()));
      } catch (IOException | NumberFormatException _) {
        return Optional.empty(); // nobody wrote it yet
      }
    }

    /// After a reboot the number may belong to anything.
    private static boolean isJava(ProcessHandle process) {
      return process.info().command().map(c -> c.contains("java")).orElse(true);
    }
  }
}
