package org.apricotdesk.config.database;

import java.time.Duration;
import org.apricotdesk.config.work.Loop;

/// Work that goes on in the background on one instance at a time: the one that holds the lease.
public final class Elected implements LeaseHolder, AutoCloseable {
  private static final Duration TERM = Duration.ofSeconds(15);

  private final Loop loop;
  private final Lease lease;
  private volatile boolean elected;

  private Elected(Database database, String schema, String name, Loop.Pass pass) {
    loop = Loop.start(name, () -> elected ? pass.run() : TERM);
    lease = Lease.seek(database, schema, name, TERM, this);
  }

  /// Seeks the lease; passes begin when it is won.
  ///
  /// @param name of the lease in that schema, of the thread and in the log
  public static Elected start(Database database, String schema, String name, Loop.Pass pass) {
    return new Elected(database, schema, name, pass);
  }

  @Override
  public void won() {
    elected = true;
    loop.wake();
  }

  @Override
  public void lost() {
    elected = false;
  }

  /// Finishes the pass in hand, and gives the lease back.
  @Override
  public void close() {
    loop.close();
    lease.close();
  }
}
