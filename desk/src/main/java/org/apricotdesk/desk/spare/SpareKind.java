package org.apricotdesk.desk.spare;

import java.util.List;

/// Spares of one kind, such as label printers.
///
/// @param minimum how many are to be in store
/// @param assets the numbers on them
/// @param lent those that are out
public record SpareKind(
    String id, String name, int minimum, List<String> assets, List<String> lent) {
  public SpareKind {
    if (minimum < 0) throw new IllegalArgumentException("not fewer than none: " + minimum);
    assets = List.copyOf(assets);
    lent = List.copyOf(lent);
  }

  /// The numbers of those in store.
  public List<String> inStore() {
    return assets.stream().filter(asset -> !lent.contains(asset)).toList();
  }

  public boolean isShort() {
    return inStore().size() < minimum;
  }
}
