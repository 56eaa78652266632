package org.apricotdesk.bot.simulator;

/// Where a template card goes; the rules differ a little.
enum CardTarget {
  APP(36, 44, 160, 30),
  ROBOT(26, 30, 112, 26),
  WEBHOOK(26, 30, 112, 26);

  /// Advised lengths in characters; longer text is clipped by the client, not refused.
  final int title;

  final int desc;
  final int subTitle;
  final int value;

  CardTarget(int title, int desc, int subTitle, int value) {
    this.title = title;
    this.desc = desc;
    this.subTitle = subTitle;
    this.value = value;
  }
}
