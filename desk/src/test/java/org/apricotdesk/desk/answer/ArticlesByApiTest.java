package org.apricotdesk.desk.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.ThreadingModel;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.nio.file.Path;
import java.util.List;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.desk.DeskFixture;
import org.apricotdesk.desk.api.Api;
import org.apricotdesk.desk.api.ApiPart;
import org.apricotdesk.desk.api.OnlyOnce;
import org.apricotdesk.desk.audit.Audit;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.staff.Tokens;
import org.apricotdesk.knowledge.Knowledge;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ArticlesByApiTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("desk", "knowledge");
  @TempDir static Path folder;
  private static Knowledge knowledge;
  private static Server server;
  private static String reader;
  private static String engineer;
  private static String lead;

  @BeforeAll
  static void serve() {
    var desk = new DeskFixture(db);
    var tokens = new Tokens(desk.database, desk.people, desk.clock);
    reader = tokens.create("kiosk", Role.STAFF);
    engineer = tokens.create("tool", Role.ENGINEER);
    lead = tokens.create("lead", Role.TEAM_LEAD);
    knowledge = Knowledge.open(desk.database, folder, desk.clock, text -> text.contains("张三"));
    server = new Server(desk, knowledge);
    var threads = new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD);
    db.vertx().deployVerticle(server, threads).await();
  }

  @AfterAll
  static void stop() {
    knowledge.close();
  }

  @Test
  void an_article_is_drafted_published_revised_and_retired() {
    var draft = write("胶片机不出片", "检查胶片盒");
    var path = "/articles/" + draft.getString("id");
    assertThat(call(reader, HttpMethod.GET, path).statusCode()).as("a draft").isEqualTo(404);

    assertThat(call(engineer, HttpMethod.POST, path + "/publish").statusCode()).isEqualTo(403);
    var published = call(lead, HttpMethod.POST, path + "/publish").bodyAsJsonObject();
    assertThat(published.getString("state")).isEqualTo("published");
    assertThat(call(reader, HttpMethod.GET, path).statusCode()).isEqualTo(200);

    var change = new JsonObject().put("revision", 2).put("steps", new JsonArray().add("换胶片盒"));
    var revised = call(engineer, HttpMethod.PUT, path, change).bodyAsJsonObject();
    assertThat(revised.getString("title")).as("left out").isEqualTo("胶片机不出片");
    assertThat(revised.getInteger("revision")).isEqualTo(3);
    var stale = call(engineer, HttpMethod.PUT, path, change);
    assertThat(stale.statusCode()).isEqualTo(409);
    assertThat(stale.bodyAsJsonObject().getString("type")).endsWith("stale-revision");

    var newest =
        call(engineer, HttpMethod.GET, path + "/revisions")
            .bodyAsJsonObject()
            .getJsonArray("items")
            .getJsonObject(0);
    assertThat(newest.getJsonArray("difference"))
        .contains(
            new JsonObject().put("kind", "removed").put("text", "1. 检查胶片盒"),
            new JsonObject().put("kind", "added").put("text", "1. 换胶片盒"));

    call(lead, HttpMethod.POST, path + "/retire");
    assertThat(call(reader, HttpMethod.GET, path).statusCode()).isEqualTo(404);
  }

  @Test
  void readers_get_what_is_published_for_their_campus_page_by_page() {
    for (int i = 0; i < 3; i++) publish(write("全院都看 " + i, "步骤"));
    var elsewhere = write("只给别的院区", "步骤");
    var change = new JsonObject().put("revision", 1).put("campus", "elsewhere");
    call(engineer, HttpMethod.PUT, "/articles/" + elsewhere.getString("id"), change);
    publish(elsewhere);

    var first = call(reader, HttpMethod.GET, "/articles?limit=2").bodyAsJsonObject();
    assertThat(first.getJsonArray("items")).hasSize(2);
    var rest =
        call(reader, HttpMethod.GET, "/articles?limit=200&cursor=" + first.getString("next"))
            .bodyAsJsonObject();
    assertThat(rest.getString("next")).isNull();
    assertThat(rest.getJsonArray("items").encode()).doesNotContain("只给别的院区");
    assertThat(call(reader, HttpMethod.GET, "/articles/" + elsewhere.getString("id")).statusCode())
        .isEqualTo(404);
    assertThat(call(engineer, HttpMethod.GET, "/articles?state=published").bodyAsString())
        .contains("只给别的院区");
  }

  @Test
  void what_holds_patient_data_is_not_published_and_unknown_fields_are_refused() {
    var draft = write("张三的腕带", "重打");

    var answer = call(lead, HttpMethod.POST, "/articles/" + draft.getString("id") + "/publish");
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.bodyAsJsonObject().getString("type")).endsWith("patient-data");

    var unknown = new JsonObject().put("title", "题").put("colour", "red");
    assertThat(call(engineer, HttpMethod.POST, "/articles", unknown).statusCode()).isEqualTo(400);
    assertThat(call(reader, HttpMethod.POST, "/articles", new JsonObject().put("title", "题")))
        .extracting(HttpResponse::statusCode)
        .isEqualTo(403);
  }

  @Test
  void verdicts_count_for_the_article() {
    var id = publish(write("叫号屏黑屏", "重启盒子"));

    var verdict = new JsonObject().put("helped", false);
    for (int i = 0; i < 3; i++)
      call(reader, HttpMethod.POST, "/articles/" + id + "/feedback", verdict);

    var feedback =
        call(engineer, HttpMethod.GET, "/articles/" + id)
            .bodyAsJsonObject()
            .getJsonObject("feedback");
    assertThat(feedback.getInteger("useless")).isEqualTo(3);
    assertThat(
            call(engineer, HttpMethod.GET, "/gaps")
                .bodyAsJsonObject()
                .getJsonArray("needRewriting"))
        .contains(id);
  }

  @Test
  void synonyms_are_added_once_for_a_key_listed_and_removed() {
    var words = new JsonObject().put("words", new JsonArray().add("小白").add("自助机"));
    var number =
        call(lead, HttpMethod.POST, "/synonyms", words).bodyAsJsonObject().getInteger("number");

    assertThat(call(lead, HttpMethod.GET, "/synonyms").bodyAsString()).contains("小白");
    assertThat(call(engineer, HttpMethod.GET, "/synonyms").statusCode()).isEqualTo(403);
    assertThat(call(lead, HttpMethod.DELETE, "/synonyms/" + number).statusCode()).isEqualTo(200);
    assertThat(call(lead, HttpMethod.DELETE, "/synonyms/" + number).statusCode()).isEqualTo(404);
  }

  private static JsonObject write(String title, String step) {
    var body = new JsonObject().put("title", title).put("steps", new JsonArray().add(step));
    var answer = call(engineer, HttpMethod.POST, "/articles", body);
    assertThat(answer.statusCode()).as(answer.bodyAsString()).isEqualTo(201);
    return answer.bodyAsJsonObject();
  }

  private static String publish(JsonObject article) {
    var id = article.getString("id");
    assertThat(call(lead, HttpMethod.POST, "/articles/" + id + "/publish").statusCode())
        .isEqualTo(200);
    return id;
  }

  private static HttpResponse<Buffer> call(String token, HttpMethod method, String path) {
    return request(token, method, path).send().await();
  }

  private static HttpResponse<Buffer> call(
      String token, HttpMethod method, String path, JsonObject body) {
    return request(token, method, path).sendJsonObject(body).await();
  }

  private static io.vertx.ext.web.client.HttpRequest<Buffer> request(
      String token, HttpMethod method, String path) {
    var options = new WebClientOptions().setDefaultHost("localhost").setDefaultPort(server.port);
    return WebClient.create(db.vertx(), options)
        .request(method, "/api/v1" + path)
        .bearerTokenAuthentication(token);
  }

  private static final class Server extends AbstractVerticle {
    private final DeskFixture desk;
    private final Knowledge knowledge;
    private int port;

    private Server(DeskFixture desk, Knowledge knowledge) {
      this.desk = desk;
      this.knowledge = knowledge;
    }

    @Override
    public void start(Promise<Void> started) {
      var router = Router.router(vertx);
      List<ApiPart> parts = List.of(new ArticleCalls(knowledge), new CareCalls(knowledge));
      new Api(
              vertx,
              desk.database,
              desk.people,
              new Audit(desk.database, desk.clock),
              new OnlyOnce(desk.clock),
              parts)
          .mount(router);
      var listening = vertx.createHttpServer().requestHandler(router).listen(0, "localhost");
      port = listening.await().actualPort();
      started.complete();
    }
  }
}
