package org.apricotdesk.bot.dialogue;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Two things that need each other: the one made second, given to the first.
final class Later<T> implements Supplier<T> {
  private @Nullable T value;

  void set(T made) {
    value = made;
  }

  @Override
  public T get() {
    if (value == null) {
      throw new IllegalStateException("asked before it was made");
    }
    return value;
  }
}
