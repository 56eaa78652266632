package org.apricotdesk.bot.wecom;

import java.time.Duration;
import java.util.Iterator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps trying to hand a message over. The platform delivers the robot's messages only once, and
/// gives an application's up after three attempts within seconds; a database that is away for
/// longer than that then loses nothing, as long as this program lives.
public final class Persistent implements Receiver {
  private static final Logger LOG = LoggerFactory.getLogger(Persistent.class);
  private static final Duration FIRST = Duration.ofMillis(250);
  private static final Duration LONGEST = Duration.ofSeconds(15);
  private static final int ATTEMPTS = 45; // about ten minutes

  private final Receiver receiver;
  private final Duration first;

  public Persistent(Receiver receiver) {
    this(receiver, FIRST);
  }

  Persistent(Receiver receiver, Duration first) {
    this.receiver = receiver;
    this.first = first;
  }

  @Override
  public Outgoing receive(Incoming incoming) {
    var pauses = pauses();
    while (pauses.hasNext()) {
      try {
        return receiver.receive(incoming);
      } catch (Throwable failure) { // await() throws checked exceptions unannounced
        LOG.warn("message {} is not kept yet: {}", incoming.id(), failure.toString());
        pause(pauses.next());
      }
    }
    return receiver.receive(incoming);
  }

  private Iterator<Duration> pauses() {
    return Stream.iterate(first, pause -> shorter(pause.multipliedBy(2), LONGEST))
        .limit(ATTEMPTS)
        .iterator();
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static void pause(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while a message was not kept", interrupted);
    }
  }
}
