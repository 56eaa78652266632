package org.apricotdesk.deploy.bench.month;

import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apricotdesk.config.sample.SampleHospital;

/// What decides about promises, read from the hospital's files and nothing else.
record Rulebook(Hours hours, Set<String> always, Set<String> critical) {
  private static final long HOUR = 3600;

  /// Working hours within which service requests are due, by category; domain §4.3.
  private static final Map<String, Integer> REQUESTS =
      Map.ofEntries(
          Map.entry("account.lifecycle.onboard", 8),
          Map.entry("account.lifecycle.offboard", 8),
          Map.entry("account.permission.department", 4),
          Map.entry("account.permission.role", 8),
          Map.entry("data.extract.adhoc", 24),
          Map.entry("data.extract.research", 80),
          Map.entry("data.fix.correction", 8),
          Map.entry("dictionary.diagnosis.icd", 8),
          Map.entry("dictionary.drug.maintain", 8),
          Map.entry("dictionary.item.bundle", 8),
          Map.entry("emr.quality.archive", 4),
          Map.entry("network.internet.access", 8),
          Map.entry("network.wired.newpoint", 80),
          Map.entry("security.endpoint.usb", 8),
          Map.entry("website.portal.publish", 8),
          Map.entry("workstation.move.install", 16),
          Map.entry("workstation.pc.software", 8));

  static Rulebook of(Hours hours) {
    var always = new HashSet<String>();
    for (var node : new JsonObject(SampleHospital.catalogue()).getJsonArray("nodes"))
      if (((JsonObject) node).getBoolean("around_the_clock", false))
        always.add(((JsonObject) node).getString("code"));
    var critical = new HashSet<String>();
    for (var department : new JsonObject(SampleHospital.org()).getJsonArray("departments"))
      if (((JsonObject) department).getBoolean("critical_location", false))
        critical.add(((JsonObject) department).getString("id"));
    return new Rulebook(hours, always, critical);
  }

  Terms terms(String priority, String category, String department, boolean request) {
    var hours = request ? REQUESTS.get(category) : null;
    var own = hours == null ? OptionalLong.empty() : OptionalLong.of(hours * HOUR);
    return Terms.of(priority, always.contains(category), critical.contains(department), own);
  }
}
