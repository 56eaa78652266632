package org.apricotdesk.bot.dialogue;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.bot.understanding.Sentence;
import org.apricotdesk.desk.privacy.Masker;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.ticket.AttachmentId;
import org.apricotdesk.desk.ticket.Channel;
import org.apricotdesk.desk.ticket.NewTicket;
import org.apricotdesk.desk.ticket.web.ReportReader;

/// Reads the form on a page as if it had been said to the bot.
final class PageReports implements ReportReader {
  private final Masker masker;
  private final Meaning understanding;
  private final Opening opening;
  private final Clock clock;

  PageReports(Masker masker, Meaning understanding, Opening opening, Clock clock) {
    this.masker = masker;
    this.understanding = understanding;
    this.opening = opening;
    this.clock = clock;
  }

  @Override
  public NewTicket read(
      Person reporter, String what, String where, List<AttachmentId> attachments) {
    var now = clock.instant();
    var hashes = attachments.stream().map(AttachmentId::sha256).toList();
    var draft = Draft.EMPTY.with(new Part(now, masker.mask(what).text(), hashes));
    if (!where.isBlank()) {
      draft = draft.with(new Part(now, masker.mask(where).text(), List.of()));
    }
    var sentence = new Sentence(draft.text(), reporter.department());
    var item = understanding.understand(sentence).main();
    return opening.ticket(reporter, Channel.WEB, Optional.empty(), draft, item);
  }
}
