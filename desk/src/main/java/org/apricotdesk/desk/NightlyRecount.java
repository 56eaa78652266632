package org.apricotdesk.desk;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.function.IntSupplier;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.desk.audit.Audit;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.ticket.TicketDesk;
import org.apricotdesk.desk.ticket.TicketNumber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Computes the tickets of the last two months from their events each night and compares: figures
/// are counted from the rows, so a row that differs makes a figure wrong. Each difference is an
/// error in the log and an entry in the audit log.
final class NightlyRecount implements IntSupplier {
  private static final Logger LOG = LoggerFactory.getLogger(NightlyRecount.class);
  private static final LocalTime NIGHT = LocalTime.of(3, 0);
  private static final Duration BACK = Duration.ofDays(62);
  private static final int BATCH = 50;

  private final Database database;
  private final TicketDesk tickets;
  private final Audit audit;
  private final Clock clock;
  private final ZoneId zone;
  private LocalDate done;
  private long after;

  NightlyRecount(Database database, TicketDesk tickets, Audit audit, Clock clock, ZoneId zone) {
    this.database = database;
    this.tickets = tickets;
    this.audit = audit;
    this.clock = clock;
    this.zone = zone;
    done = LocalDate.ofInstant(clock.instant(), zone);
  }

  /// Looks at a batch; the rest follows a second later.
  ///
  /// @return how many tickets differ
  @Override
  public int getAsInt() {
    var now = clock.instant().atZone(zone);
    if (!done.isBefore(now.toLocalDate()) || now.toLocalTime().isBefore(NIGHT)) return 0;
    var numbers = tickets.openedSince(now.toInstant().minus(BACK), after, BATCH);
    if (numbers.isEmpty()) {
      done = now.toLocalDate();
      after = 0;
      return 0;
    }
    after = numbers.getLast().value();
    return (int) numbers.stream().filter(this::differs).count();
  }

  private boolean differs(TicketNumber number) {
    if (tickets.isTrue(number)) return false;
    LOG.error("ticket {} is not what its events make of it: figures may be wrong", number.value());
    var facts = new JsonObject().put("ticket", number.value());
    audit.record(database.pool(), PersonId.SYSTEM, "differ", "ticket", facts);
    return true;
  }
}
