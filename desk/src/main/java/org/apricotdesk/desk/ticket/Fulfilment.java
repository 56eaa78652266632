package org.apricotdesk.desk.ticket;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apricotdesk.desk.catalogue.CategoryCode;

/// By when service requests are fulfilled, in working time, where that differs from the target of
/// their priority.
final class Fulfilment {
  private static final Duration DAY = Duration.ofHours(8);
  private static final Duration HALF_DAY = Duration.ofHours(4);

  private static final Map<String, Duration> TARGETS =
      Map.ofEntries(
          Map.entry("account.lifecycle.onboard", DAY),
          Map.entry("account.lifecycle.offboard", DAY),
          Map.entry("account.permission.department", HALF_DAY),
          Map.entry("account.permission.role", DAY),
          Map.entry("data.extract.adhoc", DAY.multipliedBy(3)),
          Map.entry("data.extract.research", DAY.multipliedBy(10)),
          Map.entry("data.fix.correction", DAY),
          Map.entry("dictionary.diagnosis.icd", DAY),
          Map.entry("dictionary.drug.maintain", DAY),
          Map.entry("dictionary.item.bundle", DAY),
          Map.entry("emr.quality.archive", HALF_DAY),
          Map.entry("network.internet.access", DAY),
          Map.entry("network.wired.newpoint", DAY.multipliedBy(10)),
          Map.entry("security.endpoint.usb", DAY),
          Map.entry("website.portal.publish", DAY),
          Map.entry("workstation.move.install", DAY.multipliedBy(2)),
          Map.entry("workstation.pc.software", DAY));

  private Fulfilment() {}

  static Optional<Duration> within(CategoryCode category) {
    return Optional.ofNullable(TARGETS.get(category.value()));
  }
}
