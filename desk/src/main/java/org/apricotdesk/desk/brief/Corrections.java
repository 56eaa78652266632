package org.apricotdesk.desk.brief;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apricotdesk.config.text.Texts;
import org.apricotdesk.desk.indicator.Indicator;

/// Finds numbers that have changed since they were published, and says so.
final class Corrections {
  /// What may rightly change afterwards; the others say how things stood on that day.
  private static final Set<Indicator> LASTING =
      Set.of(
          Indicator.TICKET_COUNT,
          Indicator.RESPONSE_TIMELY_RATE,
          Indicator.RESOLUTION_TIMELY_RATE,
          Indicator.REQUEST_TIMELY_RATE,
          Indicator.FCR,
          Indicator.REOPEN_RATE,
          Indicator.CSAT_TICKET);

  private final Texts texts = Texts.of(Corrections.class);
  private final Locale locale;

  Corrections(Locale locale) {
    this.locale = locale;
  }

  record Change(Indicator indicator, Optional<BigDecimal> told, Optional<BigDecimal> now) {}

  static List<Change> changes(Facts told, Facts now) {
    return changes(told, now.numbers());
  }

  static List<Change> changes(Facts told, List<Facts.Told> now) {
    var changes = new ArrayList<Change>();
    for (var number : now) {
      var before = told.number(number.indicator()).flatMap(Corrections::told);
      if (LASTING.contains(number.indicator()) && !before.equals(told(number)))
        changes.add(new Change(number.indicator(), before, told(number)));
    }
    return changes;
  }

  /// Of few nothing was said, and nothing is to be corrected.
  private static Optional<BigDecimal> told(Facts.Told number) {
    return number.value().filter(_ -> !number.isSmall());
  }

  String title(String title) {
    return texts.say(locale, "correction.title", title);
  }

  String body(Brief wrong, List<Change> changes) {
    var words = new NumberWords(texts, locale);
    var issue = wrong.published().map(Brief.Published::issue).orElse(0);
    var lines = new ArrayList<String>();
    lines.add(texts.say(locale, "correction.what", issue, Markdown.plain(wrong.title())));
    lines.add("");
    lines.add(texts.say(locale, "correction.head"));
    lines.add("|---|---:|---:|");
    for (var change : changes)
      lines.add(
          "| %s | %s | %s |"
              .formatted(
                  words.name(change.indicator()),
                  words.value(change.indicator(), change.told()),
                  words.value(change.indicator(), change.now())));
    lines.add("");
    lines.add(texts.say(locale, "correction.why"));
    return String.join("\n", lines) + "\n";
  }
}
