package org.apricotdesk.deploy.bench.month;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apricotdesk.config.sample.SampleHospital;

/// How long which core system was down, from the incidents' raw events and the hospital's file.
/// Incidents of one system do not overlap in the month that is played.
///
/// @param from seconds since 1970
/// @param to not included
record Downtimes(Map<String, List<World.Happening>> incidents, long from, long to) {
  private static final Map<String, String> WEIGHTS = weights();

  private static Map<String, String> weights() {
    var weights = new LinkedHashMap<String, String>();
    weights.put("his", "0.30");
    weights.put("emr", "0.20");
    weights.put("lis", "0.15");
    weights.put("pacs", "0.15");
    weights.put("insurance", "0.10");
    weights.put("nursing", "0.10");
    return weights;
  }

  long declared() {
    return incidents.values().stream().filter(Downtimes::isDeclared).count();
  }

  private static boolean isDeclared(List<World.Happening> events) {
    return events.stream().anyMatch(one -> one.type().equals("declared"));
  }

  /// Per cent, of the whole by weight.
  BigDecimal availability() {
    var sum = BigDecimal.ZERO;
    for (var system : WEIGHTS.entrySet())
      sum = sum.add(of(system.getKey()).multiply(new BigDecimal(system.getValue())));
    return sum.setScale(2, RoundingMode.HALF_UP);
  }

  private BigDecimal of(String system) {
    var seconds = BigDecimal.valueOf(to - from);
    var lost =
        incidents.values().stream()
            .filter(Downtimes::isDeclared)
            .map(events -> lost(events, system))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return seconds
        .subtract(lost)
        .multiply(BigDecimal.valueOf(100))
        .divide(seconds, 2, RoundingMode.HALF_UP);
  }

  private BigDecimal lost(List<World.Happening> events, String system) {
    var declared = events.stream().filter(one -> one.type().equals("declared")).findFirst();
    var facts = declared.orElseThrow().payload();
    var about = facts.getJsonArray("categories").stream().map(String::valueOf);
    if (about.noneMatch(code -> code.equals(system) || code.startsWith(system + ".")))
      return BigDecimal.ZERO;
    var begin =
        Math.max(from, java.time.Instant.parse(facts.getString("detected")).getEpochSecond());
    var end =
        events.stream()
            .filter(one -> one.type().equals("restored"))
            .mapToLong(one -> one.at().getEpochSecond())
            .findFirst()
            .orElse(to);
    return BigDecimal.valueOf(Math.max(0, Math.min(to, end) - begin)).multiply(share(facts));
  }

  private static BigDecimal share(JsonObject declared) {
    var area = declared.getJsonObject("area");
    var hospital = new JsonObject(SampleHospital.org());
    var campuses = area.getJsonArray("campuses", new JsonArray());
    var departments = area.getJsonArray("departments", new JsonArray());
    var share = 0.0;
    for (var campus : campuses) {
      var beds = beds(hospital, String.valueOf(campus)) / beds(hospital, "");
      share +=
          area.getString("extent").equals("campus")
              ? beds
              : beds * part(hospital, String.valueOf(campus), departments);
    }
    return area.getString("extent").equals("hospital") ? BigDecimal.ONE : BigDecimal.valueOf(share);
  }

  private static double beds(JsonObject hospital, String campus) {
    return hospital.getJsonArray("campuses").stream()
        .map(JsonObject.class::cast)
        .filter(one -> campus.isEmpty() || one.getString("id").equals(campus))
        .mapToDouble(one -> one.getInteger("beds"))
        .sum();
  }

  private static double part(JsonObject hospital, String campus, JsonArray affected) {
    var there =
        hospital.getJsonArray("departments").stream()
            .map(JsonObject.class::cast)
            .filter(one -> one.getString("campus").equals(campus))
            .map(one -> one.getString("id"))
            .toList();
    return (double) there.stream().filter(affected::contains).count() / there.size();
  }
}
