package org.apricotdesk.bot.dialogue;

import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.bot.understanding.Sentence;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.ticket.AttachmentId;
import org.apricotdesk.desk.ticket.Channel;

/// One message, masked, as the dialogue hears it.
///
/// @param tx the transaction in which all of it happens
/// @param group the chat it was said in; empty in somebody's own chat with the bot
/// @param at when it was sent by the platform's clock
/// @param heed what a plain sentence gets: an answer, a note, or nothing
public record Heard(
    SqlConnection tx,
    Person speaker,
    Optional<String> group,
    String text,
    List<AttachmentId> pictures,
    Instant at,
    Heed heed,
    Talk talk) {
  public Heard {
    pictures = List.copyOf(pictures);
  }

  Heard with(Talk other) {
    return new Heard(tx, speaker, group, text, pictures, at, heed, other);
  }

  Channel channel() {
    return group.isPresent() ? Channel.GROUP_AT : Channel.DIRECT;
  }

  /// Words as this person means them.
  Sentence sentence(String words) {
    return new Sentence(words, speaker.department());
  }

  Part part() {
    return new Part(at, text, pictures.stream().map(AttachmentId::sha256).toList());
  }
}
