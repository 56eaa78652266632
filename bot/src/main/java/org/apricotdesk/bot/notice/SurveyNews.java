package org.apricotdesk.bot.notice;

import io.vertx.sqlclient.SqlConnection;
import java.util.Optional;
import org.apricotdesk.bot.delivery.Address;
import org.apricotdesk.bot.delivery.Bodies;
import org.apricotdesk.bot.delivery.Deliveries;
import org.apricotdesk.bot.delivery.Delivery;
import org.apricotdesk.bot.dialogue.Speech;
import org.apricotdesk.config.event.Event;
import org.apricotdesk.config.event.Listener;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.survey.SurveyEvent;

/// Asks those chosen to answer the quarter's survey, and reminds them.
public final class SurveyNews implements Listener {
  private static final int LAST = 4;

  private final Deliveries deliveries;
  private final Speech speech;
  private final Words words;
  private final String pages;
  private final Runnable sent;

  /// @param pages the address of the desk's pages, without a slash at its end
  /// @param sent called when there may be something to send
  public SurveyNews(
      Deliveries deliveries, Speech speech, Words words, String pages, Runnable sent) {
    this.deliveries = deliveries;
    this.speech = speech;
    this.words = words;
    this.pages = pages;
    this.sent = sent;
  }

  @Override
  public void on(SqlConnection tx, Event event) {
    if (!event.stream().equals(SurveyEvent.STREAM)) {
      return;
    }
    var survey = SurveyEvent.of(event);
    var key = survey.reminder() ? "survey.reminder" : "survey.invitation";
    var until = speech.time(survey.asked().closes());
    var text = words.say(key, survey.key(), until, pages + "/survey");
    deliveries.add(
        tx,
        survey.asked().people().stream()
            .map(person -> delivery(person, text, survey, event))
            .toList());
    sent.run();
  }

  private static Delivery delivery(PersonId person, String text, SurveyEvent survey, Event event) {
    var to = new Address.Member(person.value());
    var key = "survey:" + survey.key() + ":" + event.position() + ":" + to.code();
    var fold = Optional.of("survey:" + survey.key());
    return new Delivery(
        key, to, "survey", Optional.empty(), LAST, fold, Bodies.text(text), event.at());
  }
}
