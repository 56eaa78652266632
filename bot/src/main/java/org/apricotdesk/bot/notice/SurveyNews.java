package org.apricotdesk.bot.notice;

import io.vertx.sqlclient.SqlConnection;
import org.apricotdesk.bot.delivery.Deliveries;
import org.apricotdesk.bot.dialogue.Speech;
import org.apricotdesk.config.event.Event;
import org.apricotdesk.config.event.Listener;
import org.apricotdesk.desk.survey.SurveyEvent;

/// Asks those chosen to answer the quarter's survey, and reminds them.
public final class SurveyNews implements Listener {
  private final Deliveries deliveries;
  private final Speech speech;
  private final Words words;
  private final String pages;

  /// @param pages the address of the desk's pages, without a slash at its end
  public SurveyNews(Deliveries deliveries, Speech speech, Words words, String pages) {
    this.deliveries = deliveries;
    this.speech = speech;
    this.words = words;
    this.pages = pages;
  }

  @Override
  public void on(SqlConnection tx, Event event) {
    var survey = SurveyEvent.of(event);
    var key = survey.reminder() ? "survey.reminder" : "survey.invitation";
    var until = speech.time(survey.asked().closes());
    var text = words.say(key, survey.key(), until, pages + "/survey");
    var occasion = new Occasion("survey", survey.key(), event, Occasion.LAST);
    var asked = survey.asked().people().stream();
    deliveries.add(tx, asked.map(person -> occasion.state(person, text)).toList());
  }
}
