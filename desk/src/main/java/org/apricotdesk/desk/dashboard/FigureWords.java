package org.apricotdesk.desk.dashboard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.apricotdesk.desk.indicator.Amounts;
import org.apricotdesk.desk.indicator.Figure;
import org.apricotdesk.desk.indicator.Indicator;
import org.apricotdesk.desk.indicator.Indicators.Shown;
import org.apricotdesk.desk.indicator.Light;
import org.apricotdesk.desk.web.Speech;

/// Says figures in the reader's language.
final class FigureWords {
  private final Speech speech;
  private final Amounts amounts;

  FigureWords(Speech speech) {
    this.speech = speech;
    this.amounts = new Amounts(speech.locale());
  }

  String name(Indicator indicator) {
    return amounts.name(indicator);
  }

  DashboardPage.Tile tile(Shown shown, Optional<Figure> before) {
    var figure = shown.figure();
    var indicator = figure.indicator();
    return new DashboardPage.Tile(
        indicator.code(),
        name(indicator),
        value(shown),
        indicator.aim().map(aim -> target(indicator, aim)).orElse(""),
        before
            .filter(was -> !was.isShareOfFew())
            .flatMap(Figure::value)
            .map(value -> amounts.say(indicator, value))
            .orElse(""),
        figure.light().map(Light::code).orElse(""),
        shown.isTold() ? note(figure) : "");
  }

  private String note(Figure figure) {
    if (figure.value().isEmpty()) return "";
    if (!figure.flags().isEmpty()) return amounts.flag(figure.flags().getFirst());
    return figure.isSmall() ? speech.say("figures.few", figure.denominator()) : "";
  }

  /// Where a rate probably lies, with 95 % confidence.
  String interval(Shown shown) {
    if (shown.small()) return "";
    return shown
        .figure()
        .interval()
        .map(w -> speech.say("figures.interval", percent(w.low()), percent(w.high())))
        .orElse("");
  }

  private static String percent(double share) {
    return BigDecimal.valueOf(100 * share).setScale(1, RoundingMode.HALF_UP).toPlainString();
  }

  String value(Shown shown) {
    if (shown.small()) return few(shown);
    var indicator = shown.figure().indicator();
    return shown.figure().value().map(value -> amounts.say(indicator, value)).orElse("—");
  }

  private String few(Shown shown) {
    var figure = shown.figure();
    return shown.counted() && figure.isShareOfFew()
        ? speech.say("figures.counts", figure.numerator(), figure.denominator())
        : speech.say("figures.small");
  }

  private String target(Indicator indicator, Indicator.Aim aim) {
    return speech.say("figures.target", amounts.target(indicator, aim));
  }

  /// Time on tickets, in hours.
  String hours(long seconds) {
    return amounts.hours(BigDecimal.valueOf(seconds / 360).movePointLeft(1));
  }
}
