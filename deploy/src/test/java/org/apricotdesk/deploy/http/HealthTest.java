package org.apricotdesk.deploy.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apricotdesk.config.settings.Settings;
import org.junit.jupiter.api.Test;

class HealthTest {
  @Test
  void a_part_in_trouble_takes_the_instance_out_and_says_why() throws Exception {
    var trouble = new AtomicReference<>(Optional.<String>empty());
    var vertx = Vertx.vertx();
    var router = Router.router(vertx);
    new Health(vertx).watches("robot", () -> "as it is", trouble::get).mount(router);
    var settings =
        new Settings.Http("127.0.0.1", 0, URI.create("http://desk.example.org"), List.of());
    try (var client = HttpClient.newHttpClient();
        var server = Server.start(vertx, settings, router)) {
      var well = ready(client, server.port());
      assertThat(well.statusCode()).isEqualTo(200);
      assertThat(well.body()).contains("\"robot\"").contains("as it is");

      trouble.set(Optional.of("another program connected"));
      var ill = ready(client, server.port());
      assertThat(ill.statusCode()).isEqualTo(503);
      assertThat(ill.body()).contains("DOWN").contains("another program connected");
    } finally {
      vertx.close().await();
    }
  }

  private static HttpResponse<String> ready(HttpClient client, int port) throws Exception {
    var address = URI.create("http://127.0.0.1:" + port + "/health/ready");
    return client.send(
        HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
  }
}
