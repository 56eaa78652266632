package org.apricotdesk.bot.notice;

import io.vertx.sqlclient.SqlConnection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apricotdesk.bot.delivery.Deliveries;
import org.apricotdesk.config.event.Event;
import org.apricotdesk.config.event.Listener;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.suggestion.Suggestion;
import org.apricotdesk.desk.suggestion.SuggestionEvent;
import org.apricotdesk.desk.suggestion.SuggestionEvent.What;
import org.apricotdesk.desk.suggestion.Suggestions;

/// What those hear who wished for something: each step, once, in plain words; domain §10.4.
public final class SuggestionNews implements Listener {
  private final Suggestions suggestions;
  private final Deliveries deliveries;
  private final Words words;
  private final String pages;

  /// @param pages the address of the desk's pages, without a slash at its end
  public SuggestionNews(Suggestions suggestions, Deliveries deliveries, Words words, String pages) {
    this.suggestions = suggestions;
    this.deliveries = deliveries;
    this.words = words;
    this.pages = pages;
  }

  @Override
  public void on(SqlConnection tx, Event event) {
    var happened = SuggestionEvent.of(event);
    var suggestion = suggestions.find(tx, happened.suggestion());
    var text = suggestion.flatMap(one -> text(one, happened.what()));
    if (text.isPresent()) {
      var occasion = new Occasion("suggestion", happened.suggestion(), event, Occasion.LAST);
      var told =
          everybody(suggestion.get()).stream()
              .filter(PersonId::isPerson)
              .filter(person -> !person.equals(happened.by()))
              .map(person -> occasion.words(person, text.get()))
              .toList();
      deliveries.add(tx, told);
    }
  }

  private Optional<String> text(Suggestion one, What what) {
    var key = "suggestion." + what.type();
    return switch (what) {
      case What.Triaged(var layer, var _) ->
          say(one, key, words.say("suggestion.layer." + layer.code()));
      case What.MergedInto(var into) -> say(one, key, "S" + into);
      case What.Approved(var _, var end, var _) -> say(one, key, end.toString());
      case What.Deferred(var note) -> say(one, key, note);
      case What.Rejected(var _, var why) -> say(one, key, why);
      case What.Moved moved ->
          say(one, key, words.say("suggestion.stage." + moved.to().code()), moved.note());
      case What.Measured(var value, var result, var gain, var _) ->
          say(
              one,
              key + "." + result.name().toLowerCase(Locale.ROOT),
              value.toPlainString(),
              gain.toPlainString());
      case What.FedBack(var words) -> say(one, key, words);
      case What.Submitted _,
          What.Seconded _,
          What.Scored _,
          What.Assessed _,
          What.Measurable _,
          What.Withdrawn() ->
          Optional.empty();
    };
  }

  private Optional<String> say(Suggestion one, String key, String fact) {
    return say(one, key, fact, "");
  }

  private Optional<String> say(Suggestion one, String key, String fact, String more) {
    var link = pages + "/suggestions/" + one.number().value();
    return Optional.of(words.say(key, one.title(), fact, more, link));
  }

  private static Set<PersonId> everybody(Suggestion one) {
    var all = new LinkedHashSet<PersonId>();
    all.add(one.proposer());
    all.addAll(one.supporters());
    return all;
  }
}
