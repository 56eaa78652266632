package org.apricotdesk.config.text;

import java.util.Locale;
import java.util.Optional;

/// What an operator says instead of texts of the bundles.
@FunctionalInterface
public interface Rewording {
  /// Everything is said as it was written.
  Rewording NONE = (_, _) -> Optional.empty();

  /// The pattern to use instead.
  ///
  /// @param name the last part of the bundle's package and the key: `notice.group.taken`
  Optional<String> pattern(String name, Locale locale);
}
