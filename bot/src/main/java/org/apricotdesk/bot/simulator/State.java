package org.apricotdesk.bot.simulator;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.apricotdesk.config.time.AdjustableClock;

/// Everything the simulated platform knows. Whoever touches it does so [#alone]; the parts
/// themselves do not lock.
final class State {
  private final ReentrantLock lock = new ReentrantLock();

  final SimulatorSettings settings;
  final AdjustableClock clock;
  final Company company;
  final Chats chats;
  final Violations violations;
  final Tokens tokens;
  final Faults faults;
  final ResponseCodes responseCodes;
  final Media media;
  final Callbacks callbacks;
  private volatile String url = "";
  private volatile String apiUrl = "";

  State(SimulatorSettings settings) {
    this.settings = settings;
    clock = settings.clock();
    company = new Company(settings);
    chats = new Chats(clock);
    violations = new Violations(clock);
    tokens = new Tokens(settings);
    faults = new Faults(tokens::revoke);
    responseCodes = new ResponseCodes(clock);
    media = new Media(clock);
    callbacks = new Callbacks();
  }

  /// Where people see the platform, known once it listens.
  String url() {
    return url;
  }

  /// Where services reach it.
  String apiUrl() {
    return apiUrl;
  }

  void standsAt(String people, String services) {
    url = people;
    apiUrl = services;
  }

  boolean guess(Guess guess) {
    return settings.guesses().hold(guess);
  }

  <T> T alone(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  void change(Runnable work) {
    alone(
        () -> {
          work.run();
          return true;
        });
  }
}
