package org.apricotdesk.deploy.command;

import java.util.Set;

/// What may stand behind a command.
///
/// @param valued options that take a value: `--config FILE`
/// @param plain options that stand alone: `--fresh`
record Options(Set<String> valued, Set<String> plain) {
  static final Options CONFIG = new Options(Set.of("--config"), Set.of());

  static Options valued(String... names) {
    return new Options(Set.of(names), Set.of());
  }
}
