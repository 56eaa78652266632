package org.apricotdesk.desk.indicator;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.apricotdesk.desk.api.Answer;
import org.apricotdesk.desk.api.ApiPart;
import org.apricotdesk.desk.api.Call;
import org.apricotdesk.desk.api.Operations;
import org.apricotdesk.desk.indicator.Indicators.Shown;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.web.Rule;
import org.jspecify.annotations.Nullable;

/// The figures for programs.
public final class IndicatorCalls implements ApiPart {
  private static final Rule DESK =
      Rule.anyOf(
          Role.ENGINEER,
          Role.DISPATCHER,
          Role.TEAM_LEAD,
          Role.DEPUTY_DIRECTOR,
          Role.DIRECTOR,
          Role.AUDITOR);

  private final Indicators indicators;
  private final ZoneId zone;

  /// @param zone where a date without time begins
  public IndicatorCalls(Indicators indicators, ZoneId zone) {
    this.indicators = indicators;
    this.zone = zone;
  }

  @Override
  public String contract() {
    return "indicators.yaml";
  }

  @Override
  public void addTo(Operations operations) {
    operations.read("listIndicators", "indicators", DESK, this::list);
  }

  private Answer list(Call call) {
    Period period;
    try {
      period = new Period(moment(call, "from"), moment(call, "to"));
    } catch (DateTimeException | IllegalArgumentException wrong) {
      return Answer.invalid("from and to: " + wrong.getMessage());
    }
    var by = call.query("by");
    var dimension = by.flatMap(Dimension::of);
    if (by.isPresent() && dimension.isEmpty()) return Answer.invalid("by: no such dimension");
    var items = new JsonArray();
    indicators.over(period, call.caller(), dimension).forEach(shown -> items.add(json(shown, by)));
    return Answer.ok(new JsonObject().put("items", items));
  }

  /// An instant, or the beginning of a day.
  private Instant moment(Call call, String name) {
    var text = call.query(name).orElseThrow(() -> new IllegalArgumentException(name + " missing"));
    return text.length() > 10
        ? Instant.parse(text)
        : LocalDate.parse(text).atStartOfDay(zone).toInstant();
  }

  private static JsonObject json(Shown shown, Optional<String> by) {
    var figure = shown.figure();
    var excluded = new JsonObject();
    figure.excluded().forEach(excluded::put);
    var value = shown.small() ? Optional.<BigDecimal>empty() : figure.value();
    return new JsonObject()
        .put("code", figure.indicator().code())
        .put("by", by.orElse(null))
        .put("key", shown.key().orElse(null))
        .put("value", value.orElse(null))
        .put("unit", figure.indicator().unit().code())
        .put("numerator", shown.isTold() ? figure.numerator() : null)
        .put("denominator", figure.denominator())
        .put("target", figure.indicator().aim().map(Indicator.Aim::target).orElse(null))
        .put("light", figure.light().map(Light::code).orElse(null))
        .put("small", shown.small())
        .put("interval", shown.small() ? null : interval(figure))
        .put("flags", new JsonArray(figure.flags()))
        .put("excluded", excluded);
  }

  private static @Nullable JsonArray interval(Figure figure) {
    return figure
        .interval()
        .map(wilson -> new JsonArray().add(percent(wilson.low())).add(percent(wilson.high())))
        .orElse(null);
  }

  private static BigDecimal percent(double share) {
    return BigDecimal.valueOf(100 * share).setScale(2, RoundingMode.HALF_UP);
  }
}
