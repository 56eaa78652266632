package org.apricotdesk.desk.web;

import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one place where a page that failed is logged.
final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
  private static final Set<Integer> EXPLAINED = Set.of(400, 403, 404, 409, 413, 500);

  private Failures() {}

  static void log(String path, Throwable failure) {
    LOG.error("page failed: {}", path, failure);
  }

  /// The status whose text the reader gets.
  static int shown(int status) {
    if (EXPLAINED.contains(status)) {
      return status;
    }
    return status < 500 ? 400 : 500;
  }
}
