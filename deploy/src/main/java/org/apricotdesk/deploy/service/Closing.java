package org.apricotdesk.deploy.service;

import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Closes parts, the last opened first; one that fails does not keep the others open.
public final class Closing {
  private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

  private Closing() {}

  public static void all(Deque<AutoCloseable> open) {
    while (!open.isEmpty()) {
      var part = open.pop();
      try {
        part.close();
      } catch (Throwable failure) { // await() throws checked exceptions unannounced
        LOG.warn("{} did not stop cleanly", part.getClass().getSimpleName(), failure);
      }
    }
  }
}
