package org.apricotdesk.desk.privacy;

/// Digits without anything between them, end excluded.
record Group(int start, int end) {
  int length() {
    return end - start;
  }
}
