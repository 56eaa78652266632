package org.apricotdesk.desk.brief;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apricotdesk.desk.brief.Facts.Told;
import org.apricotdesk.desk.brief.Facts.Trend;
import org.apricotdesk.desk.indicator.Indicator;
import org.apricotdesk.desk.indicator.Light;

/// Picks what a brief opens with. A target that was missed is always told, whatever else there is.
final class Headlines {
  private static final int MOST = 3;

  private final NumberWords words;

  Headlines(NumberWords words) {
    this.words = words;
  }

  List<String> of(Facts facts) {
    var told = new ArrayList<Told>(facts.numbers().stream().filter(Headlines::isMissed).toList());
    facts.numbers().stream()
        .filter(number -> NumberWords.FOR_ALL.contains(number.indicator()))
        .filter(number -> !number.isSmall() && !told.contains(number))
        .filter(number -> number.value().isPresent())
        .sorted(Comparator.comparing(Headlines::change).reversed())
        .limit(Math.max(0, MOST - told.size()))
        .forEach(told::add);
    return told.stream().map(this::line).toList();
  }

  private static boolean isMissed(Told number) {
    return number.light().filter(light -> light != Light.GREEN).isPresent();
  }

  /// How much it moved, as a share of what it was.
  private static BigDecimal change(Told number) {
    if (number.trend() == Trend.STEADY || number.before().isEmpty()) return BigDecimal.ZERO;
    var before = number.before().get();
    if (before.signum() == 0) return BigDecimal.ZERO;
    return number
        .value()
        .orElse(before)
        .subtract(before)
        .abs()
        .divide(before.abs(), MathContext.DECIMAL32);
  }

  private String line(Told number) {
    var indicator = number.indicator();
    var name = words.name(indicator);
    var value = words.value(indicator, number.value());
    if (isMissed(number)) return words.say("headline.missed", name, value, target(indicator));
    return switch (number.trend()) {
      case UP, DOWN ->
          words.say(
              "headline." + (number.trend() == Trend.UP ? "up" : "down"),
              name,
              value,
              words.value(indicator, number.before()));
      case STEADY -> words.say("headline.steady", name, value);
      case UNKNOWN -> words.say("headline.first", name, value);
    };
  }

  private String target(Indicator indicator) {
    return indicator.aim().map(aim -> words.target(indicator, aim)).orElse("");
  }
}
