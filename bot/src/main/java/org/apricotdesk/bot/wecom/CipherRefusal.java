package org.apricotdesk.bot.wecom;

/// An envelope that is not what the platform sends, and where that showed. Nobody outside is told
/// which it was.
public final class CipherRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// The checks in the order in which they are made.
  public enum Stage {
    SIGNATURE,
    FORMAT,
    RECEIVER
  }

  private final Stage stage;

  CipherRefusal(Stage stage, String detail) {
    super(stage + ": " + detail, null, false, false);
    this.stage = stage;
  }

  public Stage stage() {
    return stage;
  }
}
