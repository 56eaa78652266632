package org.apricotdesk.desk.suggestion;

/// There is no suggestion of that number.
public final class NoSuchSuggestion extends RuntimeException {
  private static final long serialVersionUID = 1;

  public NoSuchSuggestion(SuggestionNumber number) {
    super("no suggestion " + number);
  }
}
