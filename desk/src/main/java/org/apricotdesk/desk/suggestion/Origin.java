package org.apricotdesk.desk.suggestion;

/// Where a suggestion came from.
public enum Origin {
  CHAT,
  WEB,
  ROUND,
  API
}
