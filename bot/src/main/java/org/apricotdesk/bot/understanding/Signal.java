package org.apricotdesk.bot.understanding;

/// What a message says besides its matter.
public enum Signal {
  THANKS,
  /// It works again: "昨天打不了，今天好了".
  RECOVERED,
  /// It still does not work, or broke again after it was said to be solved.
  NOT_FIXED,
  WANTS_PERSON,
  /// What it names is not what is broken: "不是打印机坏了".
  NEGATED,
  /// Nothing is broken yet: "如果断网了怎么办".
  HYPOTHETICAL,
  /// An earlier sentence was wrong: "不是腕带机，是条码机".
  CORRECTION,
  /// Nobody needs to come any more.
  CANCEL,
  /// Asks for haste on an earlier report.
  NUDGE,
  /// What the bot advised was tried in vain: "试了没用".
  TRIED_IN_VAIN
}
