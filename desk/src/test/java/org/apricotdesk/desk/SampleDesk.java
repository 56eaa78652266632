package org.apricotdesk.desk;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.config.sample.SampleHospital;
import org.apricotdesk.config.settings.Secret;
import org.apricotdesk.config.settings.Settings;

/// The desk through its one face, with the sample hospital loaded.
final class SampleDesk {
  private SampleDesk() {}

  static Desk open(TestDatabase db, Clock clock) {
    var desk = Desk.open(db.database(), clock, settings());
    desk.importOrganisation(SampleHospital.org());
    desk.importCatalogue(SampleHospital.catalogue());
    return desk;
  }

  private static Settings settings() {
    return new Settings(
        new Settings.Http("127.0.0.1", 0, URI.create("http://desk.test"), List.of()),
        Path.of(System.getProperty("java.io.tmpdir"), "apricot-desk"),
        new Settings.Database(Optional.empty(), 8),
        new Settings.WeCom(
            URI.create("http://wecom.test"),
            Optional.empty(),
            Optional.empty(),
            new Settings.Robot(
                new Settings.RobotMode.Callback(new Secret("token"), new Secret("key")), "杏台"),
            new Settings.Webhook(Optional.empty())),
        new Settings.Organisation(Locale.SIMPLIFIED_CHINESE, ZoneId.of("Asia/Shanghai")),
        List.of(),
        new Settings.Privacy(Optional.empty()));
  }
}
