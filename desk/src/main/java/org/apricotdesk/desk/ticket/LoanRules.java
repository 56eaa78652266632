package org.apricotdesk.desk.ticket;

import static org.apricotdesk.desk.ticket.Refusal.*;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.apricotdesk.desk.staff.Action;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.ticket.Outcome.Happens;
import org.apricotdesk.desk.ticket.Outcome.Not;
import org.apricotdesk.desk.ticket.TicketEvent.What;

/// Spares that are lent for as long as a ward's own device is under repair. They come back also
/// when the ticket is over.
record LoanRules(Ticket ticket, Surroundings around, Instant now) {
  /// Fourteen days are usual; an extension adds no more than that again.
  private static final Duration LONGEST = Duration.ofDays(31);

  private static final int LONGEST_NUMBER = 40;

  Outcome lend(Command.Lend lend) {
    if (!around.mayDo(lend.by(), Action.RESOLVE)) return Denied.to(lend.by(), ticket, around);
    if (!ticket.status().isOpen()) return new Not(ALREADY_OVER);
    var asset = lend.asset().strip();
    if (asset.isEmpty() || asset.length() > LONGEST_NUMBER) return new Not(ASSET_MISSING);
    if (around.loan(asset).isPresent()) return new Not(ASSET_OUT);
    var lent = new What.Lent(asset, lend.dueBack(), lend.text().strip());
    return until(lend.dueBack())
        .<Outcome>map(Not::new)
        .orElseGet(
            () ->
                lend.instead()
                    .map(instead -> restored(lend.by(), lent, instead))
                    .orElseGet(() -> new Happens(lent)));
  }

  /// The ward works again.
  private Outcome restored(PersonId by, What.Lent lent, Command.Instead instead) {
    var solved = new Command.Resolve(by, instead.solution(), Optional.empty(), Cause.HARDWARE);
    return switch (new EndRules(ticket, around, now).resolve(solved)) {
      case Not not -> not;
      case Happens(var what) -> new Happens(Stream.concat(Stream.of(lent), what.stream()).toList());
    };
  }

  Outcome extend(Command.ExtendLoan extend) {
    if (!around.mayDo(extend.by(), Action.RESOLVE)) return Denied.to(extend.by(), ticket, around);
    var loan = own(extend.asset());
    if (loan.isEmpty()) return new Not(NOT_LENT);
    if (loan.get().extended()) return new Not(EXTENDED_ALREADY);
    if (!extend.dueBack().isAfter(loan.get().dueBack())) return new Not(TIME_PAST);
    return until(extend.dueBack())
        .<Outcome>map(Not::new)
        .orElseGet(() -> new Happens(new What.LoanExtended(extend.asset(), extend.dueBack())));
  }

  /// Whoever of the desk is on the ward may bring it back.
  Outcome takeBack(Command.TakeBack back) {
    if (!around.mayDo(back.by(), Action.NOTE_INTERNAL)) return new Not(NOT_ALLOWED);
    return own(back.asset()).isPresent()
        ? new Happens(new What.GivenBack(back.asset(), back.text().strip()))
        : new Not(NOT_LENT);
  }

  Outcome remind(Command.RemindOfLoan remind) {
    if (!remind.by().equals(PersonId.SYSTEM)) return new Not(NOT_ALLOWED);
    return own(remind.asset()).filter(loan -> loan.dueBack().equals(remind.dueBack())).isPresent()
        ? new Happens(new What.LoanDue(remind.asset(), remind.dueBack()))
        : new Not(NOT_LENT);
  }

  private Optional<Loan> own(String asset) {
    return around.loan(asset).filter(loan -> loan.ticket().equals(ticket.number()));
  }

  /// What is wrong with that day.
  private Optional<Refusal> until(Instant dueBack) {
    if (!dueBack.isAfter(now)) return Optional.of(TIME_PAST);
    return dueBack.isAfter(now.plus(LONGEST)) ? Optional.of(LOAN_TOO_LONG) : Optional.empty();
  }
}
