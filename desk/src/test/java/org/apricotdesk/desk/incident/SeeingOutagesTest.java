package org.apricotdesk.desk.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apricotdesk.config.sample.SampleHospital;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The radar over generated days: what it must see, and what it must not.
class SeeingOutagesTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  private static final List<String> SHARED =
      List.of(
          "his.outpatient",
          "his.billing",
          "his.pharmacy",
          "emr.record",
          "nursing.pda",
          "lis.report",
          "pacs.image",
          "insurance.settle",
          "network.wireless",
          "network.core",
          "account.login",
          "data.platform");

  private static List<String> leaves = List.of();
  private static Usual usual = Usual.unknown(Stream.ZONE);

  @BeforeAll
  static void fourQuietWeeks() {
    leaves =
        new JsonObject(SampleHospital.catalogue())
            .getJsonArray("nodes").stream()
                .map(JsonObject.class::cast)
                .filter(node -> node.getInteger("level") == 3)
                .map(node -> node.getString("code"))
                .toList();
    usual = Stream.learned(weeks(new Stream(1, leaves), MONDAY.minusWeeks(4), 4), 4);
  }

  @Test
  void nineteen_of_twenty_outages_are_seen_within_five_reports_or_three_minutes() {
    var random = new Random(7);
    var seen = 0;
    var missed = new ArrayList<String>();
    for (var i = 0; i < 200; i++) {
      var stream = new Stream(1000 + i, leaves);
      var day = MONDAY.plusDays(random.nextInt(5));
      var midnight = day.atStartOfDay(Stream.ZONE).toInstant();
      var from = midnight.plus(Duration.ofMinutes(7 * 60L + random.nextInt(13 * 60)));
      var group = SHARED.get(random.nextInt(SHARED.size()));
      var perMinute = 1 + random.nextDouble() * 19;
      var outage = stream.outage(from, group, perMinute, 4 + random.nextInt(60));
      var all = Stream.together(stream.quiet(midnight, true, 1), outage);
      var system = group.substring(0, group.indexOf('.'));
      if (seenInTime(all, outage, system)) seen++;
      else missed.add(group + " at " + from + ", " + perMinute + " a minute");
    }
    assertThat(seen).as("missed: " + missed).isGreaterThanOrEqualTo(190);
  }

  /// By the fifth report of it, or three minutes after the first, whichever is later.
  private static boolean seenInTime(List<Sighting> all, List<Sighting> outage, String system) {
    var first = outage.getFirst().at();
    var fifth = outage.get(4).at();
    var threeMinutes = first.plus(Duration.ofMinutes(3));
    var end = fifth.isAfter(threeMinutes) ? fifth : threeMinutes;
    return looks(all, first, end).stream()
        .anyMatch(
            echo ->
                echo.group().startsWith(system)
                    && echo.reports().stream().anyMatch(outage::contains));
  }

  @Test
  void twelve_quiet_weeks_bring_no_more_than_twelve_false_suspicions() {
    var quiet = weeks(new Stream(4711, leaves), MONDAY, 12);
    var suspicions = new ArrayList<String>();
    var silentUntil = Instant.MIN;
    for (var i = 0; i < quiet.size(); i++) {
      var now = quiet.get(i).at();
      var echo = look(quiet, i, now);
      if (echo.isPresent() && now.isAfter(silentUntil)) {
        suspicions.add(now + " " + echo.get().group() + " " + echo.get().reporters());
        silentUntil = now.plus(Duration.ofHours(2));
      }
    }
    assertThat(suspicions).hasSizeLessThanOrEqualTo(12);
  }

  @Test
  void printers_that_jam_in_one_morning_are_not_one_trouble() {
    var stream = new Stream(3, leaves);
    var morning = MONDAY.atTime(8, 30).atZone(Stream.ZONE).toInstant();
    var jams = stream.outage(morning, "printer.laser", 10, 40);
    var printers = jams.stream().filter(one -> one.system().equals("printer")).toList();

    assertThat(looks(printers, morning, morning.plus(Duration.ofMinutes(15)))).isEmpty();
  }

  @Test
  void one_ward_that_complains_loudly_is_not_an_outage() {
    var stream = new Stream(5, leaves);
    var morning = MONDAY.atTime(10, 30).atZone(Stream.ZONE).toInstant();

    var ward = stream.outage(morning, "emr.record", 2, 1);

    assertThat(looks(ward, morning, morning.plus(Duration.ofMinutes(15)))).isEmpty();
  }

  private static List<Radar.Echo> looks(List<Sighting> all, Instant from, Instant to) {
    var echoes = new ArrayList<Radar.Echo>();
    for (var i = 0; i < all.size(); i++) {
      var now = all.get(i).at();
      if (now.isBefore(from) || now.isAfter(to)) continue;
      look(all, i, now).ifPresent(echoes::add);
    }
    return echoes;
  }

  private static Optional<Radar.Echo> look(List<Sighting> sorted, int newest, Instant now) {
    var first = newest;
    while (first > 0 && sorted.get(first - 1).at().isAfter(now.minus(Radar.LOOKS_BACK))) first--;
    return new Radar(usual).look(sorted.subList(first, newest + 1), now);
  }

  private static List<Sighting> weeks(Stream stream, LocalDate monday, int weeks) {
    var all = new ArrayList<Sighting>();
    for (var day = monday; day.isBefore(monday.plusWeeks(weeks)); day = day.plusDays(1)) {
      var free = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
      var busy = day.getDayOfWeek() == DayOfWeek.MONDAY ? 1.25 : 1;
      all.addAll(stream.quiet(day.atStartOfDay(Stream.ZONE).toInstant(), !free, busy));
    }
    all.sort(java.util.Comparator.comparing(Sighting::at));
    return all;
  }
}
