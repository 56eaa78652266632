package org.apricotdesk.knowledge.evaluate;

/// A file the command was given cannot be read; the message names file and line.
public final class BadInput extends RuntimeException {
  public BadInput(String message) {
    super(message);
  }

  public BadInput(String message, Throwable cause) {
    super(message, cause);
  }
}
