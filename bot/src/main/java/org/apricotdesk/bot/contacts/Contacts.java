package org.apricotdesk.bot.contacts;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apricotdesk.bot.wecom.Incoming;
import org.apricotdesk.bot.wecom.Receiver;
import org.apricotdesk.bot.wecom.client.WeComClient;
import org.apricotdesk.bot.wecom.client.WeComException;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.config.database.Elected;
import org.apricotdesk.desk.Desk;
import org.apricotdesk.desk.staff.PersonId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the desk's register in step with the platform's address book: whoever writes for the first
/// time, whoever is said to have changed, and once an hour everybody.
public final class Contacts implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Contacts.class);

  /// The platform waits five seconds for an answer; a stranger is served without a name then.
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Desk desk;
  private final AddressBook book;
  private final Elected hourly;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private Contacts(Database database, Desk desk, WeComClient client, Clock clock) {
    this.desk = desk;
    this.book = new AddressBook(client, desk.people(), clock);
    var everybody = new Hourly(clock, new FullSync(desk, book)::run);
    this.hourly = Elected.start(database, "bot", "contacts", everybody);
  }

  /// Starts keeping step; one instance reads everybody, see [Hourly].
  public static Contacts open(Database database, Desk desk, WeComClient client, Clock clock) {
    return new Contacts(database, desk, client, clock);
  }

  /// Gets to know whoever writes for the first time, before the message is handled.
  public Receiver before(Receiver next) {
    return incoming -> {
      if (!(incoming.content() instanceof Incoming.Other)) meet(new PersonId(incoming.person()));
      return next.receive(incoming);
    };
  }

  /// The address book says that somebody joined, left, or is called otherwise.
  public void changed(String userid) {
    var who = new PersonId(userid);
    try {
      book.memberNow(who).ifPresentOrElse(desk::join, () -> desk.dismiss(who));
    } catch (WeComException failure) { // the next reading of everybody makes up for it
      LOG.warn("what changed about {} is not known yet: {}", who, failure.getMessage());
    }
  }

  private void meet(PersonId who) {
    if (desk.people().find(who).isPresent() || desk.people().campuses().isEmpty()) return;
    var reading = CompletableFuture.runAsync(() -> read(who), threads);
    try {
      reading.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      LOG.warn("the address book takes long to say who {} is", who);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (Exception failure) {
      LOG.warn("the address book does not say who {} is: {}", who, failure.toString());
    }
  }

  private void read(PersonId who) {
    book.member(who).ifPresent(desk::join);
  }

  @Override
  public void close() {
    hourly.close();
    threads.close();
  }
}
