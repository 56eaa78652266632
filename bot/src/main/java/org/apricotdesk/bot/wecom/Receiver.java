package org.apricotdesk.bot.wecom;

/// Takes what came in and says what to answer. Called on virtual threads; it may wait, but the
/// platform does not wait longer than five seconds.
public interface Receiver {
  /// @throws RuntimeException if it could not be kept; the platform is told to deliver it again
  Outgoing receive(Incoming incoming);
}
