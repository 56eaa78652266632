package org.apricotdesk.desk.brief;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apricotdesk.config.text.Texts;
import org.apricotdesk.desk.indicator.Amounts;
import org.apricotdesk.desk.indicator.Indicator;

/// Says numbers: with unit, target and where they went.
final class NumberWords {
  /// What the whole hospital is told; the rest is for those who steer.
  static final Set<Indicator> FOR_ALL =
      Set.of(
          Indicator.TICKET_COUNT,
          Indicator.RESPONSE_TIMELY_RATE,
          Indicator.RESPONSE_P50,
          Indicator.RESOLUTION_TIMELY_RATE,
          Indicator.FCR,
          Indicator.CSAT_TICKET,
          Indicator.CORE_AVAILABILITY,
          Indicator.KB_SELF_SERVICE_RATE,
          Indicator.CLINICAL_SATISFACTION);

  private final Texts texts;
  private final Amounts amounts;
  private final Locale locale;

  NumberWords(Texts texts, Locale locale) {
    this.texts = texts;
    this.locale = locale;
    this.amounts = new Amounts(locale);
  }

  String name(Indicator indicator) {
    return amounts.name(indicator);
  }

  /// With what has to be said with it.
  String name(Facts.Told number) {
    var name = name(number.indicator());
    return number.flags().isEmpty()
        ? name
        : say("noted", name, amounts.flag(number.flags().getFirst()));
  }

  /// Such as `运营效率提升 15.00%`.
  String told(Facts.Told number) {
    return name(number) + " " + value(number.indicator(), number.value());
  }

  String row(Facts.Told number) {
    return "| %s | %s | %s | %s | %s |"
        .formatted(
            name(number),
            number.isSmall()
                ? say("small", number.denominator())
                : value(number.indicator(), number.value()),
            number.indicator().aim().map(aim -> target(number.indicator(), aim)).orElse("—"),
            value(number.indicator(), number.toldBefore()),
            number.isSmall() ? "—" : trend(number));
  }

  /// The same, and whether the target was met.
  String judgedRow(Facts.Told number) {
    var light = number.light().map(one -> say("light." + one.code())).orElse("—");
    return row(number) + " " + light + " |";
  }

  /// Where there is a target, it is said whether it went the right way.
  private String trend(Facts.Told number) {
    var aim = number.indicator().aim();
    return switch (number.trend()) {
      case UNKNOWN -> "—";
      case STEADY -> say("trend.steady");
      case UP -> say(aim.map(a -> a.more() ? "trend.up.good" : "trend.up.bad").orElse("trend.up"));
      case DOWN ->
          say(aim.map(a -> a.more() ? "trend.down.bad" : "trend.down.good").orElse("trend.down"));
    };
  }

  String target(Indicator indicator, Indicator.Aim aim) {
    return amounts.target(indicator, aim);
  }

  String value(Indicator indicator, Optional<BigDecimal> value) {
    return value.map(number -> amounts.say(indicator, number)).orElse("—");
  }

  String percent(Optional<BigDecimal> value) {
    return value.map(number -> number.toPlainString() + "%").orElse("—");
  }

  String say(String key, Object... facts) {
    return texts.say(locale, key, facts);
  }
}
