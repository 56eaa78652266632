package org.apricotdesk.config.database;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// Something of the database kept in memory, read anew when its revision there has moved.
///
/// Reading it never waits. Of several that refresh it at once one goes after the other, so what
/// was read before a change never takes the place of what was read after it.
public final class Snapshot<T> {
  private record State<T>(long revision, T value) {}

  private final LongSupplier revision;
  private final Supplier<T> reader;
  private final ReentrantLock turn = new ReentrantLock();
  private volatile State<T> state;

  /// Reads it for the first time.
  ///
  /// @param revision what is counted up with each change, in the same transaction
  public Snapshot(LongSupplier revision, Supplier<T> reader) {
    this.revision = revision;
    this.reader = reader;
    this.state = read(revision.getAsLong());
  }

  public T value() {
    return state.value();
  }

  /// Reads it anew if anything has changed. When this returns, every change that was committed
  /// before the call is in.
  public void refresh() {
    turn.lock();
    try {
      var latest = revision.getAsLong();
      if (latest != state.revision()) state = read(latest);
    } finally {
      turn.unlock();
    }
  }

  private State<T> read(long at) {
    return new State<>(at, reader.get());
  }
}
