package org.apricotdesk.deploy.demo;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.LocalDate;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.config.sample.SampleHospital;
import org.apricotdesk.config.settings.Settings;
import org.apricotdesk.deploy.service.Storage;
import org.apricotdesk.desk.Desk;
import org.apricotdesk.desk.privacy.Masker;
import org.apricotdesk.desk.staff.ImportReport;
import org.apricotdesk.knowledge.article.ArticleFiles;
import org.apricotdesk.knowledge.article.Articles;
import org.apricotdesk.knowledge.article.PatientDataScan;

/// Brings the sample hospital into an empty database; what a visitor changed stays.
public final class SampleData {
  private static final int ROSTER_DAYS = 60;

  private SampleData() {}

  static void load(Storage storage, Settings settings, Clock clock) {
    load(storage, settings, clock, SampleHospital.org());
  }

  /// The same with a register that has more people in it.
  public static void load(Storage storage, Settings settings, Clock clock, String register) {
    var vertx = Vertx.vertx();
    try (var database = Database.open(vertx, storage.database());
        var desk = Desk.open(database, clock, settings)) {
      if (desk.people().departments().isEmpty()) {
        stored(desk.importOrganisation(register));
        stored(desk.importCatalogue(SampleHospital.catalogue()));
        stored(desk.importCalendar(SampleHospital.calendar()));
        spares(database, desk);
      }
      draftRoster(desk, settings, clock);
      loadArticles(database, desk, settings, clock);
    } finally {
      vertx.close().await();
    }
  }

  private static void spares(Database database, Desk desk) {
    for (var each : new JsonArray(SampleHospital.spares())) {
      var kind = (JsonObject) each;
      var assets = kind.getJsonArray("assets").stream().map(String::valueOf).toList();
      database.inTransaction(
          tx -> {
            desk.spares()
                .put(
                    tx,
                    kind.getString("id"),
                    kind.getString("name"),
                    kind.getInteger("minimum"),
                    assets);
            return true;
          });
    }
  }

  /// From yesterday, whose night shift may still be at work, to as far as a visitor may look.
  private static void draftRoster(Desk desk, Settings settings, Clock clock) {
    var today = LocalDate.ofInstant(clock.instant(), settings.organisation().timeZone());
    desk.draftRoster(today.minusDays(1), today.plusDays(ROSTER_DAYS));
  }

  private static void loadArticles(Database database, Desk desk, Settings settings, Clock clock) {
    var masker = new Masker(desk.people()::isStaffName);
    var scan = new PatientDataScan(text -> masker.mask(text).hidesAnything());
    var articles = new Articles(database, clock, scan);
    if (articles.page("", 1).isEmpty()) {
      var folder = settings.dataDir().resolve("sample-articles");
      SampleHospital.writeArticles(folder);
      var report = articles.importAll(ArticleFiles.read(folder), "sample");
      if (!report.refused().isEmpty()) {
        throw new IllegalStateException("the sample articles were refused: " + report.refused());
      }
    }
  }

  private static void stored(ImportReport report) {
    if (!report.stored()) {
      throw new IllegalStateException("the sample data was refused: " + report.refused());
    }
  }
}
