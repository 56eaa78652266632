package org.apricotdesk.bot.understanding;

import java.util.List;

/// What one message says: one item, or several where it reports several things.
public record Understood(List<Item> items) {
  public Understood {
    if (items.isEmpty()) {
      throw new IllegalArgumentException("every message means something");
    }
    items = List.copyOf(items);
  }

  /// The first or more serious thing said.
  public Item main() {
    return items.getFirst();
  }

  public boolean says(Signal signal) {
    return items.stream().anyMatch(item -> item.signals().contains(signal));
  }
}
