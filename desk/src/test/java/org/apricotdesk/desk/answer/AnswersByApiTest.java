package org.apricotdesk.desk.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.ThreadingModel;
import io.vertx.core.buffer.Buffer;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class AnswersByApiTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("desk", "knowledge");
  @TempDir static Path folder;

  @Test
  void an_empty_knowledge_base_says_it_knows_nothing() {
    var desk = new DeskFixture(db);
    var token = new Tokens(desk.database, desk.people, desk.clock).create("kiosk", Role.STAFF);
    try (var knowledge = Knowledge.open(desk.database, folder, desk.clock, _ -> false)) {
      var server = new Server(desk, knowledge);
      var threads = new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD);
      db.vertx().deployVerticle(server, threads).await();

      var answer = ask(server.port, token, "/api/v1/answers?q=%E5%8D%A1%E7%BA%B8");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.bodyAsJsonObject().getJsonArray("results")).isEmpty();
      assertThat(ask(server.port, token, "/api/v1/answers").statusCode()).isEqualTo(400);
      assertThat(ask(server.port, "none", "/api/v1/answers?q=x").statusCode()).isEqualTo(401);
    }
  }

  private static HttpResponse<Buffer> ask(int port, String token, String path) {
    var options = new WebClientOptions().setDefaultHost("localhost").setDefaultPort(port);
    return WebClient.create(db.vertx(), options)
        .get(path)
        .bearerTokenAuthentication(token)
        .send()
        .await();
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
      List<ApiPart> parts = List.of(new AnswerCalls(knowledge, desk.people));
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
