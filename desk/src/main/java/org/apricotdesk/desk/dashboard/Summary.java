package org.apricotdesk.desk.dashboard;

import java.util.List;
import org.apricotdesk.desk.indicator.Figure;
import org.apricotdesk.desk.indicator.Indicator;
import org.apricotdesk.desk.indicator.Light;
import org.apricotdesk.desk.web.Speech;

/// One sentence for the director: which targets were missed, and what is left over.
final class Summary {
  private final Speech speech;

  Summary(Speech speech) {
    this.speech = speech;
  }

  String of(List<Figure> figures) {
    var judged = figures.stream().filter(figure -> figure.light().isPresent()).toList();
    var missed =
        judged.stream()
            .filter(figure -> figure.light().filter(light -> light == Light.GREEN).isEmpty())
            .map(figure -> speech.say("name." + figure.indicator().code()))
            .toList();
    if (judged.isEmpty()) return speech.say("summary.nothing");
    var overdue = overdue(figures);
    return missed.isEmpty()
        ? speech.say("summary.good", judged.size(), overdue)
        : speech.say(
            "summary.missed",
            judged.size(),
            judged.size() - missed.size(),
            String.join(speech.say("summary.and"), missed),
            overdue);
  }

  private String overdue(List<Figure> figures) {
    return figures.stream()
        .filter(figure -> figure.indicator() == Indicator.OVERDUE_BACKLOG)
        .map(Figure::denominator)
        .filter(count -> count > 0)
        .findFirst()
        .map(count -> speech.say("summary.overdue", count))
        .orElseGet(() -> speech.say("summary.none-overdue"));
  }
}
