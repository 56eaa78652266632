package org.apricotdesk.bot.wecom.socket;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apricotdesk.bot.wecom.Incoming;
import org.apricotdesk.bot.wecom.LateAnswers;
import org.apricotdesk.bot.wecom.Outgoing;
import org.apricotdesk.bot.wecom.Receiver;
import org.apricotdesk.bot.wecom.client.Outcome;
import org.apricotdesk.bot.wecom.client.Outcome.Failed;
import org.apricotdesk.bot.wecom.client.Outcome.Sent;
import org.apricotdesk.bot.wecom.client.Outcome.Unknown;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands a message over and sees that its answer is said: as an answer, else as a push, else by
/// whatever takes late answers. What may have been said already is not said twice.
final class Conversation {
  private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);

  private final Receiver receiver;
  private final Throttle throttle;
  private final LateAnswers late;
  private final Supplier<Optional<Connection>> current;

  Conversation(
      Receiver receiver,
      Throttle throttle,
      LateAnswers late,
      Supplier<Optional<Connection>> current) {
    this.receiver = receiver;
    this.throttle = throttle;
    this.late = late;
    this.current = current;
  }

  void take(Connection connection, String request, Incoming incoming) {
    try {
      var reply = receiver.receive(incoming);
      say(connection, request, incoming, reply);
    } catch (Throwable failure) { // await() throws checked exceptions unannounced
      LOG.error("message {} could not be kept or answered", incoming.id(), failure);
    }
  }

  private void say(Connection connection, String request, Incoming to, Outgoing reply) {
    switch (sent(connection, to, Answers.of(request, to, reply))) {
      case Sent _ -> {}
      case Unknown(var why) -> LOG.warn("answer to {} may be lost: {}", to.id(), why);
      case Failed failure -> push(to, reply, failure);
    }
  }

  /// The number of a callback is good on its own connection only, and for a while.
  private void push(Incoming to, Outgoing reply, Failed because) {
    LOG.warn("answer to {} is pushed instead: {}", to.id(), because.why());
    var live = current.get();
    var outcome = live.map(each -> sent(each, to, Answers.pushed(to, reply)));
    if (outcome.isEmpty() || !isSettled(outcome.get())) late.say(to, reply);
  }

  private static boolean isSettled(Outcome outcome) {
    return outcome instanceof Sent || outcome instanceof Unknown;
  }

  /// Stops at the first frame that does not get through.
  private Outcome sent(Connection connection, Incoming to, List<Frame> frames) {
    Outcome outcome = Sent.PLAINLY;
    for (var frame : frames) {
      throttle.count(to.chat().orElse(to.person()));
      outcome = connection.send(frame);
      if (outcome instanceof Failed) return outcome;
    }
    return outcome;
  }
}
