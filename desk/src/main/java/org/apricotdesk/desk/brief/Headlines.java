package org.apricotdesk.desk.brief;

import static java.util.stream.Collectors.joining;

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
    var missed = facts.numbers().stream().filter(Headlines::isMissed).toList();
    var lines = new ArrayList<>(missed(missed));
    facts.numbers().stream()
        .filter(number -> NumberWords.FOR_ALL.contains(number.indicator()))
        .filter(number -> !number.isSmall() && !missed.contains(number))
        .filter(number -> number.value().isPresent())
        .sorted(Comparator.comparing(Headlines::change).reversed())
        .limit(Math.max(0, MOST - lines.size()))
        .map(this::line)
        .forEach(lines::add);
    return lines;
  }

  /// One sentence for each of a few; many stand in one, or the same would be said again and again.
  private List<String> missed(List<Told> missed) {
    if (missed.size() < MOST) return missed.stream().map(this::missed).toList();
    var all = missed.stream().map(this::shortly).collect(joining(words.say("between")));
    return List.of(words.say("headline.missed.several", missed.size(), all));
  }

  private String missed(Told number) {
    return say("headline.missed", number);
  }

  private String shortly(Told number) {
    return say("headline.missed.one", number);
  }

  private String say(String key, Told number) {
    var indicator = number.indicator();
    var value = words.value(indicator, number.value());
    return words.say(key, words.name(number), value, target(indicator));
  }

  private static boolean isMissed(Told number) {
    return number.light().filter(light -> light != Light.GREEN).isPresent();
  }

  /// How much it moved, as a share of what it was.
  private static BigDecimal change(Told number) {
    if (number.trend() != Trend.UP && number.trend() != Trend.DOWN) return BigDecimal.ZERO;
    var before = number.before().orElse(BigDecimal.ZERO);
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
    return switch (number.trend()) {
      case UP, DOWN ->
          words.say(
              "headline." + (number.trend() == Trend.UP ? "up" : "down"),
              name,
              value,
              words.value(indicator, number.before()));
      case STEADY -> words.say("headline.steady", name, value);
      case UNKNOWN ->
          number.light().isPresent()
              ? words.say("headline.reached", name, value, target(indicator))
              : words.say("headline.first", name, value);
    };
  }

  private String target(Indicator indicator) {
    return indicator.aim().map(aim -> words.target(indicator, aim)).orElse("");
  }
}
