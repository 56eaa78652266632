package org.apricotdesk.deploy.command;

/// A command was typed wrongly; the message says what is wrong.
final class MisuseException extends RuntimeException {
  MisuseException(String what) {
    super(what);
  }
}
