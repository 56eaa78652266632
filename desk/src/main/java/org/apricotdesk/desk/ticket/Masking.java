package org.apricotdesk.desk.ticket;

import java.util.Optional;
import org.apricotdesk.desk.privacy.Masker;

/// Hides patient data in whatever people write into tickets, before a rule even looks at it.
/// Masking masked text changes nothing, so it does not matter who has done it before.
record Masking(Masker masker) {

  NewTicket of(NewTicket t) {
    return new NewTicket(
        t.kind(),
        clean(t.title()),
        clean(t.description()),
        t.category(),
        t.department(),
        t.campus(),
        t.place().map(this::clean),
        t.asset(),
        t.requester(),
        t.by(),
        t.priority(),
        t.impact(),
        t.urgency(),
        t.source(),
        t.chat(),
        t.attachments(),
        t.evidence());
  }

  Command of(Command command) {
    return switch (command) {
      case Command.Transfer c -> new Command.Transfer(c.by(), c.to(), clean(c.reason()));
      case Command.Release c -> new Command.Release(c.by(), clean(c.reason()));
      case Command.Note c ->
          new Command.Note(c.by(), clean(c.text()), c.internal(), c.attachments());
      case Command.Pause c ->
          new Command.Pause(
              c.by(),
              c.kind(),
              clean(c.text()),
              clean(c.vendor()),
              clean(c.reference()),
              c.until());
      case Command.Resolve c ->
          new Command.Resolve(c.by(), clean(c.solution()), c.category(), c.cause());
      case Command.Reopen c -> new Command.Reopen(c.by(), clean(c.text()));
      case Command.Cancel c -> new Command.Cancel(c.by(), c.reason(), clean(c.text()));
      case Command.Redirect c -> new Command.Redirect(c.by(), c.department(), clean(c.text()));
      case Command.ChangePriority c ->
          new Command.ChangePriority(c.by(), c.to(), clean(c.reason()));
      case Command.Rate c -> new Command.Rate(c.by(), c.score(), c.reasons(), clean(c.comment()));
      case Command.Lend c ->
          new Command.Lend(c.by(), clean(c.asset()), c.dueBack(), clean(c.text()), instead(c));
      case Command.TakeBack c -> new Command.TakeBack(c.by(), c.asset(), clean(c.text()));
      case Command.Claim _,
          Command.Assign _,
          Command.Resume _,
          Command.Confirm _,
          Command.Merge _,
          Command.Unmerge _,
          Command.ChangeCategory _,
          Command.Link _,
          Command.Unlink _,
          Command.ExtendLoan _,
          Command.RemindOfLoan _,
          Command.Nudge _ ->
          command;
    };
  }

  private String clean(String text) {
    return masker.mask(text).text();
  }

  private Optional<Command.Instead> instead(Command.Lend lend) {
    return lend.instead().map(i -> new Command.Instead(clean(i.solution()), clean(i.repair())));
  }

  private Optional<String> clean(Optional<String> text) {
    return text.map(this::clean);
  }
}
