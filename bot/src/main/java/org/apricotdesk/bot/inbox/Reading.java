package org.apricotdesk.bot.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.bot.wecom.Incoming;
import org.apricotdesk.bot.wecom.Incoming.Media;
import org.apricotdesk.desk.privacy.Masked;
import org.apricotdesk.desk.privacy.Masker;

/// Takes a message apart: its words without patient data, its pictures by their hash, its tap.
final class Reading {
  /// A message that may be kept, and what was hidden in it.
  record Read(Message message, Masked words, String original) {}

  private final Masker masker;
  private final Pictures pictures;

  Reading(Masker masker, Pictures pictures) {
    this.masker = masker;
    this.pictures = pictures;
  }

  Read read(Incoming incoming) {
    var words = words(incoming.content());
    var masked = masker.mask(words);
    var media = media(incoming.content());
    var kept = new ArrayList<String>();
    media.forEach(item -> pictures.keep(incoming.via(), item).ifPresent(kept::add));
    var message =
        new Message(
            incoming.id(),
            incoming.via(),
            incoming.person(),
            incoming.chat(),
            incoming.sentAt(),
            masked.text(),
            kept,
            tap(incoming.content()),
            incoming.content() instanceof Incoming.Enter,
            note(incoming.content(), media.size(), kept.size()));
    return new Read(message, masked, words);
  }

  private static String words(Incoming.Content content) {
    return switch (content) {
      case Incoming.Text(var text, _) -> text.strip();
      case Incoming.Voice(var transcript, _) -> transcript.orElse("").strip();
      case Incoming.Mixed(var text, _) -> text.strip();
      case Incoming.Location(var label, _, _) -> label.strip();
      case Incoming.Menu(var key) -> key;
      case Incoming.Image _,
          Incoming.File _,
          Incoming.Click _,
          Incoming.Feedback _,
          Incoming.Enter _,
          Incoming.Refresh _,
          Incoming.Other _ ->
          "";
    };
  }

  private static List<Media> media(Incoming.Content content) {
    return switch (content) {
      case Incoming.Image(var media) -> List.of(media);
      case Incoming.Mixed(_, var images) -> images;
      case Incoming.Text _,
          Incoming.Voice _,
          Incoming.File _,
          Incoming.Location _,
          Incoming.Click _,
          Incoming.Feedback _,
          Incoming.Menu _,
          Incoming.Enter _,
          Incoming.Refresh _,
          Incoming.Other _ ->
          List.of();
    };
  }

  /// A thumb says what a button of the card below the answer says.
  private static Optional<Message.Tap> tap(Incoming.Content content) {
    return switch (content) {
      case Incoming.Click(var task, var key, var selected, var code) -> {
        var choice = selected.values().stream().flatMap(List::stream).toList();
        yield Optional.of(new Message.Tap(task, key, choice, code));
      }
      case Incoming.Feedback(var answer, var good) -> {
        var key = good ? "useful" : "useless";
        yield Optional.of(new Message.Tap(answer, key, List.of(), Optional.empty()));
      }
      default -> Optional.empty();
    };
  }

  /// What the person has to know about what they sent.
  private static Optional<String> note(Incoming.Content content, int sent, int kept) {
    if (kept < sent) {
      return Optional.of("picture.lost");
    }
    var mute =
        switch (content) {
          case Incoming.Voice(var transcript, _) -> transcript.isEmpty();
          case Incoming.File _ -> true;
          default -> false;
        };
    return mute ? Optional.of("words.please") : Optional.empty();
  }
}
