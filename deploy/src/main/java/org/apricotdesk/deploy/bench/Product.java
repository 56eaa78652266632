package org.apricotdesk.deploy.bench;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.apricotdesk.bot.Bot;
import org.apricotdesk.bot.dialogue.Advice;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.config.database.DatabaseSettings;
import org.apricotdesk.config.settings.SettingsReader;
import org.apricotdesk.desk.Desk;

/// The desk and the bot behind their callback address, with a stand-in for the platform.
final class Product implements AutoCloseable {
  private static final String DONE =
      """
      SELECT (SELECT count(*) FROM bot.inbox WHERE state = 'done') AS messages,
             (SELECT count(*) FROM desk.ticket) AS tickets,
             (SELECT count(*) FROM bot.delivery WHERE state = 'sent') AS sent,
             (SELECT count(*) FROM bot.delivery WHERE state = 'due' AND due_at < now()) AS waiting
      """;

  private final Vertx vertx;
  private final Platform platform;
  private final Database database;
  private final Desk desk;
  private final Bot bot;
  private final HttpServer server;

  Product(Vertx vertx, DatabaseSettings where, Path folder) {
    this.vertx = vertx;
    platform = new Platform(vertx);
    var settings = SettingsReader.read(values(folder, platform.url()));
    database = Database.open(vertx, where);
    desk = Desk.open(database, Clock.systemUTC(), settings).start();
    bot = Bot.open(vertx, database, desk, Advice.SILENT, settings, Clock.systemUTC());
    var router = Router.router(vertx);
    bot.mount(router);
    server = vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1").await();
  }

  int port() {
    return server.actualPort();
  }

  /// What became of the messages so far.
  ///
  /// @param waiting notices that could be sent and are not yet
  record Done(long messages, long tickets, long sent, long waiting) {}

  Done done() {
    var row = database.pool().query(DONE).execute().await().iterator().next();
    return new Done(
        row.getLong("messages"),
        row.getLong("tickets"),
        row.getLong("sent"),
        row.getLong("waiting"));
  }

  private static Map<String, String> values(Path folder, String platform) {
    return Map.of(
        "APRICOT_DATA_DIR",
        folder.toString(),
        "APRICOT_WECOM_API_URL",
        platform,
        "APRICOT_WECOM_CORP_ID",
        Corp.ID,
        "APRICOT_WECOM_ROBOT_MODE",
        "callback",
        "APRICOT_WECOM_ROBOT_TOKEN",
        Corp.TOKEN,
        "APRICOT_WECOM_ROBOT_AES_KEY",
        Corp.AES_KEY,
        "APRICOT_WECOM_APP_AGENT_ID",
        "1000002",
        "APRICOT_WECOM_APP_SECRET",
        "bench",
        "APRICOT_WECOM_APP_TOKEN",
        Corp.TOKEN,
        "APRICOT_WECOM_APP_AES_KEY",
        Corp.AES_KEY);
  }

  @Override
  public void close() {
    server.close().await();
    bot.close();
    desk.close();
    database.close();
    platform.close();
    vertx.close().await();
  }
}
