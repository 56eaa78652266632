package org.apricotdesk.desk.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.apricotdesk.config.text.Texts;

/// Says what figures are called and what they came to, each with its unit.
public final class Amounts {
  private static final BigDecimal HOUR = BigDecimal.valueOf(60);

  /// From three hours on, hours say more than minutes.
  private static final BigDecimal LONG = BigDecimal.valueOf(180);

  private final Texts texts = Texts.of(Indicator.class);
  private final Locale locale;

  public Amounts(Locale locale) {
    this.locale = locale;
  }

  public String name(Indicator indicator) {
    return texts.say(locale, "name." + indicator.code());
  }

  /// What has to be said with a figure.
  public String flag(String code) {
    return texts.say(locale, "flag." + code);
  }

  public String say(Indicator indicator, BigDecimal value) {
    return switch (indicator.unit()) {
      case PERCENT -> value.toPlainString() + "%";
      case MINUTES -> duration(value);
      case COUNT, NUMBER, MONEY -> texts.say(locale, "amount." + indicator.code(), value);
    };
  }

  /// @param aim of that indicator
  public String target(Indicator indicator, Indicator.Aim aim) {
    var amount = sign(aim) + say(indicator, aim.target());
    var more = "target." + indicator.code();
    return texts.has(more) ? texts.say(locale, more, amount, aim.target()) : amount;
  }

  /// Not more than none is none.
  private static String sign(Indicator.Aim aim) {
    if (aim.more()) return "≥";
    return aim.target().signum() == 0 ? "" : "≤";
  }

  public String duration(BigDecimal minutes) {
    return minutes.compareTo(LONG) < 0
        ? texts.say(locale, "minutes", minutes)
        : hours(minutes.divide(HOUR, 1, RoundingMode.HALF_UP));
  }

  public String hours(BigDecimal hours) {
    return texts.say(locale, "hours", hours);
  }
}
