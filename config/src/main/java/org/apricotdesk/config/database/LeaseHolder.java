package org.apricotdesk.config.database;

/// Does what only one instance may do.
public interface LeaseHolder {
  /// From now on this instance is the one.
  void won();

  /// Stop at once: another instance may be the one soon.
  void lost();
}
