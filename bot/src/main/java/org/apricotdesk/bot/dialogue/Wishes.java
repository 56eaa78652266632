package org.apricotdesk.bot.dialogue;

import java.util.Optional;
import org.apricotdesk.bot.understanding.DepartmentMention;
import org.apricotdesk.bot.understanding.Item;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.suggestion.Answer;
import org.apricotdesk.desk.suggestion.NewSuggestion;
import org.apricotdesk.desk.suggestion.Origin;
import org.apricotdesk.desk.suggestion.Suggestion;
import org.apricotdesk.desk.suggestion.SuggestionNumber;
import org.apricotdesk.desk.suggestion.Suggestions;
import org.apricotdesk.desk.suggestion.Wish;

/// "能不能…", "建议…": wishes are no tickets. They are collected, and whoever has one hears of each
/// step; who wishes the same may support it instead.
final class Wishes {
  private final Suggestions suggestions;
  private final Speech speech;

  Wishes(Suggestions suggestions, Speech speech) {
    this.suggestions = suggestions;
    this.speech = speech;
  }

  Turn hear(Heard heard, Item item) {
    var alike = suggestions.alike(heard.tx(), heard.text(), 1).stream().findFirst();
    var wish =
        suggestions.submit(
            heard.tx(),
            new NewSuggestion(
                "", heard.text(), heard.speaker().id(), department(item), Origin.CHAT));
    var line = speech.say("wish.done", wish.number().toString(), Speech.cut(wish.title(), 20));
    var reply = Reply.line(line);
    return new Turn(alike.map(other -> reply.and(supportable(other))).orElse(reply), heard.talk());
  }

  private static Optional<DepartmentId> department(Item item) {
    return item.department().flatMap(DepartmentMention::certain);
  }

  private String supportable(Suggestion other) {
    return speech.say("wish.alike", other.number().toString(), Speech.cut(other.title(), 20));
  }

  /// "附议 S12": somebody wishes the same.
  Turn second(Said said) {
    var number = new SuggestionNumber(Long.parseLong(said.text()));
    if (suggestions.find(said.heard().tx(), number).isEmpty()) {
      return new Turn(Reply.line(speech.say("wish.none", number.toString())), said.talk());
    }
    var done =
        suggestions.handle(said.heard().tx(), number, new Wish.Second(said.speaker()))
            instanceof Answer.Done;
    var key = done ? "second.done" : "second.refused";
    return new Turn(Reply.line(speech.say(key, number.toString())), said.talk());
  }
}
