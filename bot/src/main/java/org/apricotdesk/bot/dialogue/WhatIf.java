package org.apricotdesk.bot.dialogue;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apricotdesk.bot.understanding.Item;
import org.apricotdesk.bot.understanding.Kind;
import org.apricotdesk.bot.understanding.Sentence;
import org.apricotdesk.desk.console.Rehearsal;
import org.apricotdesk.desk.privacy.Masker;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.ticket.Channel;
import org.apricotdesk.desk.ticket.NewTicket;

/// Says what would become of a sentence, by the same understanding that serves everybody.
final class WhatIf implements Rehearsal {
  private final Masker masker;
  private final Meaning understanding;
  private final Opening opening;
  private final Clock clock;

  WhatIf(Masker masker, Meaning understanding, Opening opening, Clock clock) {
    this.masker = masker;
    this.understanding = understanding;
    this.opening = opening;
    this.clock = clock;
  }

  @Override
  public List<Heard> hear(Person speaker, String sentence) {
    var text = masker.mask(sentence).text();
    return understanding.understand(new Sentence(text, speaker.department())).items().stream()
        .map(item -> heard(speaker, item))
        .toList();
  }

  private Heard heard(Person speaker, Item item) {
    return new Heard(
        item.text(),
        item.kind().name().toLowerCase(Locale.ROOT),
        item.category(),
        item.confidence(),
        item.evidence().stream()
            .map(one -> new Reason(one.aspect().name().toLowerCase(Locale.ROOT), one.words()))
            .toList(),
        Optional.of(item).filter(one -> one.kind() == Kind.FAULT).map(one -> report(speaker, one)));
  }

  private NewTicket report(Person speaker, Item item) {
    var draft = Draft.EMPTY.with(new Part(clock.instant(), item.text(), List.of()));
    return opening.ticket(speaker, Channel.DIRECT, Optional.empty(), draft, item);
  }
}
