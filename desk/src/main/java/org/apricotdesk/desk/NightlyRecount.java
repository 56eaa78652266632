package org.apricotdesk.desk;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.IntSupplier;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.desk.audit.Audit;
import org.apricotdesk.desk.indicator.Indicators;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.ticket.TicketDesk;
import org.apricotdesk.desk.ticket.TicketNumber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Computes the tickets of the last two months from their events each night and compares: figures
/// are counted from the rows, so a row that differs makes a figure wrong. The same goes for what
/// figures keep of each ticket, and for their sums of these months. Each difference is an error in
/// the log and an entry in the audit log; what figures keep is put right.
final class NightlyRecount implements IntSupplier {
  private static final Logger LOG = LoggerFactory.getLogger(NightlyRecount.class);
  private static final LocalTime NIGHT = LocalTime.of(3, 0);
  private static final Duration BACK = Duration.ofDays(62);
  private static final int MONTHS = 3;
  private static final int BATCH = 50;

  private final Database database;
  private final TicketDesk tickets;
  private final Indicators indicators;
  private final Audit audit;
  private final Clock clock;
  private final ZoneId zone;
  private LocalDate done;
  private long after;

  NightlyRecount(
      Database database,
      TicketDesk tickets,
      Indicators indicators,
      Audit audit,
      Clock clock,
      ZoneId zone) {
    this.database = database;
    this.tickets = tickets;
    this.indicators = indicators;
    this.audit = audit;
    this.clock = clock;
    this.zone = zone;
    done = LocalDate.ofInstant(clock.instant(), zone);
  }

  /// Looks at a batch; the rest follows a second later.
  ///
  /// @return how many tickets and sums differ
  @Override
  public int getAsInt() {
    var now = clock.instant().atZone(zone);
    if (!done.isBefore(now.toLocalDate()) || now.toLocalTime().isBefore(NIGHT)) return 0;
    var numbers = tickets.openedSince(now.toInstant().minus(BACK), after, BATCH);
    if (numbers.isEmpty()) {
      done = now.toLocalDate();
      after = 0;
      return sums(now.toLocalDate());
    }
    after = numbers.getLast().value();
    var rows = (int) numbers.stream().filter(this::differs).count();
    return rows + facts(numbers);
  }

  private int facts(List<TicketNumber> numbers) {
    var differing = indicators.recount(numbers.stream().map(TicketNumber::value).toList());
    for (var number : differing) {
      LOG.error("what figures keep of ticket {} was not what it is; put right", number);
      record("fact", new JsonObject().put("ticket", number));
    }
    return differing.size();
  }

  private int sums(LocalDate today) {
    var differing = 0;
    for (var back = 0; back < MONTHS; back++) {
      var month = today.withDayOfMonth(1).minusMonths(back);
      var wrong = indicators.recount(month);
      if (wrong == 0) continue;
      LOG.error("{} sums of {} were not what its tickets add up to; put right", wrong, month);
      record("sums", new JsonObject().put("month", month.toString()).put("sums", wrong));
      differing += wrong;
    }
    return differing;
  }

  private boolean differs(TicketNumber number) {
    if (tickets.isTrue(number)) return false;
    LOG.error("ticket {} is not what its events make of it: figures may be wrong", number.value());
    record("ticket", new JsonObject().put("ticket", number.value()));
    return true;
  }

  private void record(String what, JsonObject facts) {
    audit.record(database.pool(), PersonId.SYSTEM, "differ", what, facts);
  }
}
