package org.apricotdesk.desk.brief;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.apricotdesk.desk.brief.Facts.Bar;
import org.apricotdesk.desk.brief.Facts.Campus;
import org.apricotdesk.desk.brief.Facts.Lowest;
import org.apricotdesk.desk.brief.Facts.Month;
import org.apricotdesk.desk.indicator.Indicator;
import org.apricotdesk.desk.indicator.Light;

/// How the facts of a brief are kept.
final class FactsJson {
  private FactsJson() {}

  static JsonObject write(Facts facts) {
    return new JsonObject()
        .put("asOf", facts.asOf().toString())
        .put("numbers", array(facts.numbers(), FactsJson::number))
        .put("days", array(facts.days(), FactsJson::bar))
        .put("months", array(facts.months(), FactsJson::month))
        .put("topics", array(facts.topics(), FactsJson::bar))
        .put("campuses", array(facts.campuses(), FactsJson::campus))
        .put("lowest", array(facts.lowest().stream().toList(), FactsJson::lowest));
  }

  static Facts read(JsonObject json) {
    return new Facts(
        Instant.parse(json.getString("asOf")),
        list(json, "numbers", FactsJson::number),
        list(json, "days", FactsJson::bar),
        list(json, "months", FactsJson::month),
        list(json, "topics", FactsJson::bar),
        list(json, "campuses", FactsJson::campus),
        json.containsKey("lowest") // older briefs do not say it
            ? list(json, "lowest", FactsJson::lowest).stream().findFirst()
            : Optional.empty());
  }

  private static JsonObject number(Facts.Told number) {
    return new JsonObject()
        .put("code", number.indicator().code())
        .put("value", text(number.value()))
        .put("denominator", number.denominator())
        .put("before", text(number.before()))
        .put("beforeDenominator", number.beforeDenominator())
        .put("light", number.light().map(Light::code).orElse(""))
        .put("flags", new JsonArray(number.flags()));
  }

  private static Facts.Told number(JsonObject json) {
    var indicator = Indicator.valueOf(json.getString("code").toUpperCase(Locale.ROOT));
    var value = decimal(json, "value");
    return new Facts.Told(
        indicator,
        value,
        json.getLong("denominator"),
        decimal(json, "before"),
        json.getLong("beforeDenominator"),
        json.containsKey("light") // older briefs do not say it
            ? Light.of(json.getString("light"))
            : Light.of(indicator, value, json.getLong("denominator")),
        json.getJsonArray("flags", new JsonArray()).stream().map(Object::toString).toList());
  }

  private static JsonObject bar(Bar bar) {
    return new JsonObject().put("name", bar.name()).put("count", bar.count());
  }

  private static Bar bar(JsonObject json) {
    return new Bar(json.getString("name"), json.getLong("count"));
  }

  private static JsonObject month(Month month) {
    return new JsonObject()
        .put("name", month.name())
        .put("response", text(month.response()))
        .put("resolution", text(month.resolution()));
  }

  private static Month month(JsonObject json) {
    return new Month(
        json.getString("name"), decimal(json, "response"), decimal(json, "resolution"));
  }

  private static JsonObject campus(Campus campus) {
    return new JsonObject()
        .put("name", campus.name())
        .put("count", campus.count())
        .put("response", text(campus.response()))
        .put("resolution", text(campus.resolution()))
        .put("satisfied", text(campus.satisfied()));
  }

  private static Campus campus(JsonObject json) {
    return new Campus(
        json.getString("name"),
        json.getLong("count"),
        decimal(json, "response"),
        decimal(json, "resolution"),
        decimal(json, "satisfied"));
  }

  private static JsonObject lowest(Lowest lowest) {
    return new JsonObject()
        .put("system", lowest.system())
        .put("availability", lowest.availability().toPlainString());
  }

  private static Lowest lowest(JsonObject json) {
    return new Lowest(json.getString("system"), new BigDecimal(json.getString("availability")));
  }

  /// As text, so that 95.00 stays 95.00.
  private static String text(Optional<BigDecimal> value) {
    return value.map(BigDecimal::toPlainString).orElse("");
  }

  private static Optional<BigDecimal> decimal(JsonObject json, String name) {
    return Optional.of(json.getString(name)).filter(s -> !s.isEmpty()).map(BigDecimal::new);
  }

  private static <T> JsonArray array(List<T> items, Function<T, JsonObject> write) {
    return new JsonArray(items.stream().map(write).toList());
  }

  private static <T> List<T> list(JsonObject json, String name, Function<JsonObject, T> read) {
    return json.getJsonArray(name).stream().map(item -> read.apply((JsonObject) item)).toList();
  }
}
