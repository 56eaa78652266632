package org.apricotdesk.desk.brief;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apricotdesk.config.text.Texts;
import org.apricotdesk.desk.brief.Facts.Bar;
import org.apricotdesk.desk.brief.Facts.Month;
import org.apricotdesk.desk.indicator.Indicator;

/// The pictures of a brief, drawn from its facts. They are as wide as a phone, so that what is
/// written in them can be read there; a larger screen and paper enlarge them.
final class Charts {
  static final Set<String> NAMES = Set.of("days", "months", "topics");

  private static final int ACROSS = 400;
  private static final int TOPIC = 48;
  private static final int LEFT = 42;
  private static final int BASE = 220;
  private static final int HIGH = 160;
  private static final int WIDE = 348;

  /// Where a value stands from its point; the two curves' values would lie on each other.
  private static final int ABOVE = -9;

  private static final int BELOW = 20;
  private static final String FIRST = "#1a60c8";
  private static final String SECOND = "#e8833a";
  private static final BigDecimal TARGET = BigDecimal.valueOf(95);

  private final Facts facts;
  private final Texts texts = Texts.of(Charts.class);
  private final Texts names = Texts.of(Indicator.class);
  private final Locale locale;

  Charts(Facts facts, Locale locale) {
    this.facts = facts;
    this.locale = locale;
  }

  /// An SVG picture; empty if there is none of that name.
  Optional<String> draw(String name) {
    return switch (name) {
      case "days" -> Optional.of(days(facts.days()));
      case "months" -> Optional.of(months(facts.months()));
      case "topics" -> Optional.of(topics(facts.topics()));
      default -> Optional.empty();
    };
  }

  private String days(List<Bar> days) {
    var svg = new Svg(ACROSS, 250, say("chart.days"));
    var most = Math.max(1, days.stream().mapToLong(Bar::count).max().orElse(1));
    svg.line(LEFT, BASE, LEFT + WIDE, BASE, Svg.AXIS, false).text(LEFT - 6, BASE, "end", "0");
    svg.line(LEFT, BASE - HIGH, LEFT + WIDE, BASE - HIGH, Svg.GRID, false)
        .text(LEFT - 6, BASE - HIGH + 4, "end", String.valueOf(most));
    var step = (double) WIDE / Math.max(1, days.size());
    for (var i = 0; i < days.size(); i++) {
      var height = (double) HIGH * days.get(i).count() / most;
      svg.bar(LEFT + i * step + step * 0.15, BASE - height, step * 0.7, height, FIRST);
      if (i % labelEvery(days.size()) == 0)
        svg.text(LEFT + (i + 0.5) * step, BASE + 18, "middle", shortDay(days.get(i).name()));
    }
    return svg.done();
  }

  private static int labelEvery(int days) {
    return Math.max(1, (days + 5) / 6);
  }

  private static String shortDay(String day) {
    return Integer.parseInt(day.substring(5, 7)) + "/" + Integer.parseInt(day.substring(8, 10));
  }

  private String months(List<Month> months) {
    var svg = new Svg(ACROSS, 280, say("chart.months"));
    var lowest = lowest(months);
    for (var level : List.of(lowest, (lowest + 100) / 2, 100.0)) {
      var y = height(level, lowest);
      svg.line(LEFT, y, LEFT + WIDE, y, Svg.GRID, false)
          .text(LEFT - 6, y + 4, "end", Math.round(level) + "%");
    }
    var target = height(TARGET.doubleValue(), lowest);
    svg.line(LEFT, target, LEFT + WIDE, target, Svg.AXIS, true)
        .text(LEFT + 4, target - 6, "start", say("chart.target", TARGET));
    var step = (double) WIDE / Math.max(1, months.size());
    for (var i = 0; i < months.size(); i++)
      svg.text(LEFT + (i + 0.5) * step, BASE + 18, "middle", months.get(i).name().substring(2));
    curve(svg, months, Month::response, FIRST, lowest, ABOVE);
    curve(svg, months, Month::resolution, SECOND, lowest, BELOW);
    legend(svg, LEFT, FIRST, Indicator.RESPONSE_TIMELY_RATE);
    legend(svg, LEFT + WIDE / 2, SECOND, Indicator.RESOLUTION_TIMELY_RATE);
    return svg.done();
  }

  /// Where the scale begins: a round number below every point, so that differences can be seen.
  private static double lowest(List<Month> months) {
    var least =
        months.stream()
            .flatMap(month -> java.util.stream.Stream.of(month.response(), month.resolution()))
            .flatMap(Optional::stream)
            .mapToDouble(BigDecimal::doubleValue)
            .min()
            .orElse(90);
    return Math.max(0, Math.min(90, Math.floor(least / 10) * 10));
  }

  private static double height(double percent, double lowest) {
    return BASE - HIGH * (percent - lowest) / (100 - lowest);
  }

  private static void curve(
      Svg svg,
      List<Month> months,
      Function<Month, Optional<BigDecimal>> value,
      String colour,
      double lowest,
      int beside) {
    var step = (double) WIDE / Math.max(1, months.size());
    var points = new StringBuilder();
    for (var i = 0; i < months.size(); i++) {
      var point = value.apply(months.get(i));
      if (point.isEmpty()) continue;
      var x = LEFT + (i + 0.5) * step;
      var y = height(point.get().doubleValue(), lowest);
      points.append(x).append(',').append(y).append(' ');
      svg.dot(x, y, colour).text(x, y + beside, "middle", point.get().toPlainString());
    }
    svg.curve(points.toString().strip(), colour);
  }

  private void legend(Svg svg, double x, String colour, Indicator indicator) {
    svg.bar(x, 256, 12, 12, colour)
        .text(x + 18, 267, "start", names.say(locale, "name." + indicator.code()));
  }

  private String topics(List<Bar> topics) {
    var svg = new Svg(ACROSS, 40 + TOPIC * Math.max(1, topics.size()), say("chart.topics"));
    var most = Math.max(1, topics.stream().mapToLong(Bar::count).max().orElse(1));
    for (var i = 0; i < topics.size(); i++) {
      var topic = topics.get(i);
      var y = 34 + TOPIC * i;
      var wide = 340.0 * topic.count() / most;
      svg.text(10, y + 14, "start", topic.name())
          .bar(10, y + 21, wide, 14, FIRST)
          .text(18 + wide, y + 33, "start", String.valueOf(topic.count()));
    }
    return svg.done();
  }

  private String say(String key, Object... facts) {
    return texts.say(locale, key, facts);
  }
}
