package org.apricotdesk.bot.dialogue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.ticket.Status;
import org.apricotdesk.desk.ticket.Ticket;
import org.apricotdesk.desk.ticket.TicketDesk;

/// Which ticket somebody means: the one named, the one just talked about, or their newest.
final class Mine {
  private static final int LOOK_BACK = 20;
  private static final Duration REOPENING = Duration.ofDays(7);

  /// How long a solved ticket can be rated; domain §17.
  static final Duration RATING = Duration.ofDays(3);

  static final BiPredicate<Ticket, Instant> ANY = (_, _) -> true;
  static final BiPredicate<Ticket, Instant> OPEN = (ticket, _) -> ticket.status().isOpen();
  static final BiPredicate<Ticket, Instant> REOPENABLE =
      (ticket, now) -> isSolved(ticket) && within(ticket.times().resolved(), REOPENING, now);
  static final BiPredicate<Ticket, Instant> UNRATED =
      (ticket, _) -> isSolved(ticket) && ticket.ratingOfSolution().isEmpty();
  static final BiPredicate<Ticket, Instant> RATEABLE =
      (ticket, now) -> UNRATED.test(ticket, now) && within(ticket.times().resolved(), RATING, now);

  private final TicketDesk desk;
  private final Sight sight;

  Mine(TicketDesk desk, Sight sight) {
    this.desk = desk;
    this.sight = sight;
  }

  /// The ticket meant; empty if the person may not see the one named, or has none of that sort.
  Optional<Ticket> meant(Said said, BiPredicate<Ticket, Instant> sort) {
    var now = said.heard().at();
    if (said.ticket().isPresent()) {
      return desk.find(said.heard().tx(), said.ticket().get())
          .filter(ticket -> sight.sees(said.heard().speaker(), ticket))
          .filter(ticket -> sort.test(ticket, now));
    }
    return said.talk()
        .subject(now)
        .flatMap(number -> desk.find(said.heard().tx(), number))
        .filter(ticket -> isOf(ticket, said.heard().speaker()) && sort.test(ticket, now))
        .or(() -> newest(said, sort, now));
  }

  private Optional<Ticket> newest(Said said, BiPredicate<Ticket, Instant> sort, Instant now) {
    return desk.ofRequester(said.heard().tx(), said.speaker(), LOOK_BACK).stream()
        .filter(ticket -> sort.test(ticket, now))
        .findFirst();
  }

  /// What somebody has in hand, then what they reported, as far as it is still open or to be
  /// confirmed.
  List<Ticket> open(Said said, int most) {
    var tx = said.heard().tx();
    var inHand = desk.inHandsOf(tx, said.speaker(), most).stream();
    var reported = desk.unfinishedOf(tx, said.speaker(), most).stream();
    return Stream.concat(inHand, reported).distinct().limit(most).toList();
  }

  private static boolean isOf(Ticket ticket, Person person) {
    return ticket.requester().equals(person.id());
  }

  private static boolean isSolved(Ticket ticket) {
    return ticket.status() == Status.RESOLVED || ticket.status() == Status.CLOSED;
  }

  private static boolean within(Optional<Instant> then, Duration limit, Instant now) {
    return then.filter(at -> !now.isAfter(at.plus(limit))).isPresent();
  }
}
