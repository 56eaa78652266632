package org.apricotdesk.bot.dialogue;

import static org.apricotdesk.bot.dialogue.Phrase.DESK;

import java.util.List;
import java.util.Optional;
import org.apricotdesk.desk.staff.People;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.ticket.Command;
import org.apricotdesk.desk.ticket.PauseKind;
import org.apricotdesk.desk.ticket.Receiver;

/// What those who work on tickets can say.
final class EngineerWords {
  private final Asking asking;
  private final Speech speech;
  private final People people;
  private final Causes causes;
  private final Dates dates;

  EngineerWords(Asking asking, Speech speech, People people, Dates dates) {
    this.asking = asking;
    this.speech = speech;
    this.people = people;
    this.causes = new Causes(speech);
    this.dates = dates;
  }

  List<Phrase> phrases() {
    return List.of(
        new Phrase("take", DESK, this::take),
        new Phrase("solve", DESK, this::solve),
        new Phrase("hand_over", DESK, this::handOver),
        new Phrase("wait_user", DESK, this::waitUser),
        new Phrase("wait_vendor", DESK, this::waitVendor),
        new Phrase("resume", DESK, this::resume),
        new Phrase("release", DESK, this::release),
        new Phrase("classify", DESK, this::classify),
        new Phrase("remark", DESK, this::remark));
  }

  private Turn take(Said said) {
    return asking.of(said, "take", new Command.Claim(said.speaker()));
  }

  private Turn solve(Said said) {
    if (said.text().isBlank()) {
      return asking.wordMissing(said, "solve");
    }
    var solve =
        new Command.Resolve(said.speaker(), said.text(), Optional.empty(), causes.of(said.text()));
    return asking.of(said, "solve", solve);
  }

  private Turn handOver(Said said) {
    if (said.text().isBlank()) {
      return asking.wordMissing(said, "hand_over");
    }
    var words = said.text().split("\\s+", 2);
    var reason = words.length > 1 ? words[1] : speech.say("hand_over.reason");
    var found = people.named(words[0]);
    if (found.size() == 1) {
      var to = new Receiver.Engineer(found.getFirst().id());
      return asking.of(said, "hand_over", new Command.Transfer(said.speaker(), to, reason));
    }
    return asking.toPool(said, words[0], reason).orElseGet(() -> notFound(said, words[0], found));
  }

  private Turn notFound(Said said, String typed, List<Person> found) {
    var line =
        found.isEmpty()
            ? speech.say("hand_over.nobody", typed)
            : speech.say(
                "hand_over.several", typed, found.stream().map(person -> person.name()).toList());
    return new Turn(Reply.line(line), said.talk());
  }

  private Turn waitUser(Said said) {
    return said.text().isBlank()
        ? asking.wordMissing(said, "wait_user")
        : asking.of(said, "wait_user", pause(said, PauseKind.PENDING_USER));
  }

  private Turn waitVendor(Said said) {
    return said.text().isBlank()
        ? asking.wordMissing(said, "wait_vendor")
        : asking.of(said, "wait_vendor", VendorCall.of(said.text(), dates).pause(said.speaker()));
  }

  private Command pause(Said said, PauseKind kind) {
    return new Command.Pause(
        said.speaker(), kind, said.text(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private Turn resume(Said said) {
    return asking.of(said, "resume", new Command.Resume(said.speaker()));
  }

  private Turn release(Said said) {
    return said.text().isBlank()
        ? asking.wordMissing(said, "release")
        : asking.of(said, "release", new Command.Release(said.speaker(), said.text()));
  }

  private Turn classify(Said said) {
    return said.text().isBlank() ? asking.wordMissing(said, "classify") : asking.classify(said);
  }

  /// A word among engineers; the reporter never sees it.
  private Turn remark(Said said) {
    return said.text().isBlank()
        ? asking.wordMissing(said, "remark")
        : asking.of(
            said,
            "remark",
            new Command.Note(said.speaker(), said.text(), true, said.heard().pictures()));
  }
}
