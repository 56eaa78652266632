package org.apricotdesk.knowledge.search;

/// The index cannot be searched: it is damaged, being written anew, or closed.
public final class UnreadableIndex extends RuntimeException {
  UnreadableIndex(Throwable cause) {
    super("cannot search", cause);
  }
}
