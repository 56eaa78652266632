package org.apricotdesk.deploy.bench.month;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apricotdesk.bot.simulator.Bubble;
import org.apricotdesk.bot.simulator.Talk;

/// Somebody's hands: everything they say and tap is counted.
///
/// @param talk where they write
/// @param own their chat with the application, where cards come
record Phone(Talk talk, Talk own, Tally tally) {
  private static final Pattern NUMBER = Pattern.compile("#(\\d{4,})");
  private static final Set<String> NOT_PEOPLE = Set.of("app", "robot", "webhook");

  void says(String words) {
    tally.messages.incrementAndGet();
    talk.says(talk.equals(own) ? words : "@杏台 " + words);
    while (isBeingSaid()) LockSupport.parkNanos(20_000_000);
  }

  /// Whether what is said last still goes on, as an answer that takes long does in a group.
  private boolean isBeingSaid() {
    var last = talk.chat().getLast();
    return last.type().equals("stream") && !last.content().getBoolean("finish", true);
  }

  /// What was said there last by another; empty if nothing ever was.
  String heard() {
    return talk.chat().reversed().stream()
        .filter(bubble -> NOT_PEOPLE.contains(bubble.from()))
        .map(Bubble::text)
        .findFirst()
        .orElse("");
  }

  /// The ticket that was named there last.
  OptionalLong number() {
    var found = NUMBER.matcher(heard());
    return found.find() ? OptionalLong.of(Long.parseLong(found.group(1))) : OptionalLong.empty();
  }

  /// The newest card about a ticket with that button, if it can still be tapped.
  Optional<Bubble> card(long ticket, String button) {
    return cards(button).filter(card -> card.text().contains("#" + ticket)).findFirst();
  }

  /// The newest card with that button.
  Optional<Bubble> card(String button) {
    return cards(button).findFirst();
  }

  private Stream<Bubble> cards(String button) {
    return own.chat().reversed().stream()
        .filter(bubble -> bubble.isCard() && bubble.buttons().contains(button));
  }

  void taps(Bubble card, String button) {
    tally.taps.incrementAndGet();
    var _ = own.taps(card, button);
  }

  /// Taps the button if there is one, else says the word, which does the same.
  void does(long ticket, String button) {
    card(ticket, button)
        .ifPresentOrElse(card -> taps(card, button), () -> says(button + " " + ticket));
  }
}
