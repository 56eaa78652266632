package org.apricotdesk.deploy.bench;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
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

/// The desk and the bot behind their callback address, with a stand-in that takes every message
/// they send.
final class Product implements AutoCloseable {
  private final Vertx vertx;
  private final HttpServer platform;
  private final Database database;
  private final Desk desk;
  private final Bot bot;
  private final HttpServer server;

  Product(Vertx vertx, DatabaseSettings where, Path folder) {
    this.vertx = vertx;
    platform =
        vertx
            .createHttpServer()
            .requestHandler(request -> request.response().end(accepted().encode()))
            .listen(0, "127.0.0.1")
            .await();
    var settings = SettingsReader.read(values(folder, platform.actualPort()));
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

  private static JsonObject accepted() {
    return new JsonObject()
        .put("errcode", 0)
        .put("errmsg", "ok")
        .put("msgid", "m")
        .put("access_token", "t")
        .put("expires_in", 7200);
  }

  private static Map<String, String> values(Path folder, int platform) {
    return Map.of(
        "APRICOT_DATA_DIR",
        folder.toString(),
        "APRICOT_WECOM_API_URL",
        "http://127.0.0.1:" + platform,
        "APRICOT_WECOM_CORP_ID",
        Corp.ID,
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
    platform.close().await();
    vertx.close().await();
  }
}
