package org.apricotdesk.deploy.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.apricotdesk.config.settings.Settings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class TrustedProxiesTest {
  private static final Vertx VERTX = Vertx.vertx();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @AfterAll
  static void close() {
    CLIENT.close();
    VERTX.close().await();
  }

  @Test
  void what_a_trusted_proxy_says_about_the_caller_counts() throws Exception {
    assertThat(asked(List.of("127.0.0.1"), "203.0.113.7"))
        .isEqualTo("203.0.113.7 https desk.example.org");
  }

  @Test
  void what_the_caller_told_the_proxy_about_others_does_not() throws Exception {
    assertThat(asked(List.of("127.0.0.1", "10.0.0.9"), "198.51.100.1, 203.0.113.7, 10.0.0.9"))
        .startsWith("203.0.113.7 ");
  }

  @Test
  void what_anybody_else_says_does_not_count() throws Exception {
    for (var proxies : List.of(List.<String>of(), List.of("10.0.0.1")))
      assertThat(asked(proxies, "203.0.113.7"))
          .matches("127\\.0\\.0\\.1 http 127\\.0\\.0\\.1:\\d+");
  }

  @Test
  void a_proxy_that_is_no_address_stops_the_start() {
    assertThatThrownBy(() -> new TrustedProxies(List.of("proxy.example.org")))
        .hasMessageContaining("http.trusted-proxies");
  }

  /// Who called, how, and under which name, as a route sees it.
  private static String asked(List<String> proxies, String forwardedFor) throws Exception {
    var router = Router.router(VERTX);
    router.get("/who").handler(TrustedProxiesTest::tell);
    var settings =
        new Settings.Http("127.0.0.1", 0, URI.create("https://desk.example.org"), proxies);
    try (var server = Server.start(VERTX, settings, router)) {
      var request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/who"))
              .header("X-Forwarded-For", forwardedFor)
              .header("X-Forwarded-Proto", "https")
              .header("X-Forwarded-Host", "desk.example.org")
              .build();
      return CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
  }

  private static void tell(RoutingContext context) {
    var request = context.request();
    context.end(
        "%s %s %s"
            .formatted(
                request.remoteAddress().hostAddress(), request.scheme(), request.authority()));
  }
}
