package org.apricotdesk.deploy.bench.month;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apricotdesk.config.sample.SampleHospital;

/// How long which core system was down, from the raw events of incidents and planned work, and the
/// hospital's file.
/// Incidents of one system do not overlap in the month that is played.
///
/// @param from seconds since 1970
/// @param to not included
record Downtimes(
    Map<String, List<World.Happening>> incidents,
    Map<String, List<World.Happening>> works,
    long from,
    long to) {
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
    var promised = BigDecimal.valueOf(to - from).subtract(planned(system));
    var outages =
        incidents.values().stream()
            .filter(Downtimes::isDeclared)
            .map(events -> lost(events, system))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return promised
        .subtract(outages)
        .subtract(overrun(system))
        .multiply(BigDecimal.valueOf(100))
        .divide(promised, 2, RoundingMode.HALF_UP);
  }

  /// Seconds of announced work, which are no part of what is promised where it is done.
  private BigDecimal planned(String system) {
    return works(system).stream()
        .filter(Downtimes::isInTime)
        .map(
            events -> {
              var over = Math.min(to, Math.min(until(events), end(events)));
              var seconds = BigDecimal.valueOf(Math.max(0, over - begin(events)));
              return seconds.multiply(share(plan(events)));
            })
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /// Seconds that work went on beyond its time or, announced too late, at all.
  private BigDecimal overrun(String system) {
    return works(system).stream()
        .map(
            events -> {
              var since = isInTime(events) ? until(events) : begin(events);
              var seconds = Math.max(0, Math.min(to, end(events)) - since);
              return BigDecimal.valueOf(seconds).multiply(share(plan(events)));
            })
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private List<List<World.Happening>> works(String system) {
    return works.values().stream()
        .filter(events -> at(events, "announced").isPresent())
        .filter(events -> plan(events).getJsonArray("systems").contains(system))
        .toList();
  }

  private static boolean isInTime(List<World.Happening> events) {
    return at(events, "announced").orElseThrow() <= begin(events) - 24 * 3600;
  }

  private static JsonObject plan(List<World.Happening> events) {
    return events.getFirst().payload().getJsonObject("plan");
  }

  private static long begin(List<World.Happening> events) {
    return Instant.parse(plan(events).getString("from")).getEpochSecond();
  }

  private static long until(List<World.Happening> events) {
    return Instant.parse(plan(events).getString("until")).getEpochSecond();
  }

  private long end(List<World.Happening> events) {
    return at(events, "ended").orElse(to);
  }

  private static Optional<Long> at(List<World.Happening> events, String type) {
    return events.stream()
        .filter(one -> one.type().equals(type))
        .map(one -> one.at().getEpochSecond())
        .findFirst();
  }

  private BigDecimal lost(List<World.Happening> events, String system) {
    var declared = events.stream().filter(one -> one.type().equals("declared")).findFirst();
    var facts = declared.orElseThrow().payload();
    var about = facts.getJsonArray("categories").stream().map(String::valueOf);
    if (about.noneMatch(code -> code.equals(system) || code.startsWith(system + ".")))
      return BigDecimal.ZERO;
    var begin = Math.max(from, Instant.parse(facts.getString("detected")).getEpochSecond());
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
