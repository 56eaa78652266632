package org.apricotdesk.config.event;

/// The event a listener fails on: where it stands, and how often it was tried. Used by one thread.
final class Stumble {
  private static final long NOWHERE = -1;

  private long position = NOWHERE;
  private int tries;
  private int before;
  private String error = "";

  /// @param before how many events of its batch had been heard
  void at(Event event, int before, Throwable failure) {
    tries = event.position() == position ? tries + 1 : 1;
    position = event.position();
    error = failure.getClass().getName();
    this.before = before;
  }

  /// The events before it go through by themselves, then it stands alone.
  int batch(int usual) {
    return position == NOWHERE ? usual : Math.max(1, before);
  }

  boolean isHopeless(Event event, Patience patience) {
    return event.position() == position && tries >= patience.tries();
  }

  /// A batch that ends here was heard; one before the event that fails proves nothing about it.
  void passed(long last) {
    if (last == position) {
      position = NOWHERE;
      tries = 0;
    }
    before = 0;
  }

  int tries() {
    return tries;
  }

  /// What went wrong, as a class name: messages may repeat what people wrote.
  String error() {
    return error;
  }
}
