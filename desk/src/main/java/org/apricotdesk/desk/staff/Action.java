package org.apricotdesk.desk.staff;

/// What can be done about a ticket, as far as rights go.
public enum Action {
  REPORT,
  READ,
  READ_INTERNAL,
  CLAIM,
  ASSIGN,
  /// Hand over within one's own squad or back to a pool.
  TRANSFER,
  /// Hand over to anybody.
  TRANSFER_ANYWHERE,
  CHANGE_PRIORITY,
  /// Change a priority by more than one step.
  CHANGE_PRIORITY_FREELY,
  CHANGE_CATEGORY,
  PAUSE,
  RESOLVE,
  CONFIRM,
  REOPEN,
  RATE,
  NUDGE,
  CANCEL_BEFORE_WORK,
  CANCEL_DURING_WORK,
  MERGE,
  REDIRECT,
  NOTE,
  NOTE_INTERNAL
}
