package org.apricotdesk.desk.indicator;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apricotdesk.knowledge.feedback.Feedback.Helped;

/// How many conversations an answer of the knowledge base has settled.
///
/// A conversation ends with an answer that was shown, or with a ticket. One that was shown in vain
/// and became a ticket is one conversation, not two.
///
/// @param answers what became of those shown in a period
record AnswerCounts(Function<Period, Helped> answers) implements Source {
  @Override
  public List<Figure> whole(Period period, Instant asOf, Supplier<Sums> tickets) {
    var helped = answers.apply(period);
    var reported = tickets.get().of(Tally.CHAT).counted();
    var all = helped.shown() + Math.max(0, reported - helped.inVain());
    return List.of(
        Figure.rate(Indicator.KB_SELF_SERVICE_RATE, helped.useful(), all, Map.of()),
        Figure.rate(Indicator.KB_LOOSE_RATE, helped.useful() + helped.quiet(), all, Map.of()));
  }
}
