package org.apricotdesk.bot.simulator;

/// A department of the simulated corp; the root has id 1 and parent 0.
public record Department(int id, String name, int parent) {
  static final int ROOT = 1;
}
