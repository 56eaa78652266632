package org.apricotdesk.desk.api;

/// A call that fits the contract but cannot be understood; answered with 400.
public final class InvalidCall extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// @param message in English, for whoever wrote the calling program
  public InvalidCall(String message) {
    super(message);
  }
}
