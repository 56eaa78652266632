package org.apricotdesk.knowledge.evaluate;

/// A file the command was given cannot be read; the message names file and line.
public final class BadInput extends RuntimeException {
  BadInput(String message) {
    super(message);
  }

  BadInput(String message, Throwable cause) {
    super(message, cause);
  }
}
