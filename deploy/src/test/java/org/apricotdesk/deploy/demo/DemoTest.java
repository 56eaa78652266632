package org.apricotdesk.deploy.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {
  @TempDir static Path folder;

  private static DemoFolder data;
  private static Demo demo;

  @BeforeAll
  static void start() throws InterruptedException {
    data = DemoFolder.take(folder);
    demo = Demo.start(data.emptied(), new DemoAddress("127.0.0.1", 0, 0), Map.of());
    demo.awaitArticles();
  }

  @AfterAll
  static void stop() throws IOException {
    demo.close();
    data.close();
  }

  @Test
  void the_first_question_has_its_answer_and_where_it_does_not_help_a_number() {
    var nurse = demo.simulator().member("sunlili");

    nurse.says("激光打印机卡纸怎么取");
    assertThat(nurse.seesCard("没用").toString()).contains("卡纸");
    nurse.taps("没用");

    assertThat(nurse.hears("#1001").text()).contains("#1001");
    assertThat(demo.simulator().violations()).isEmpty();
  }

  @Test
  void it_lives_and_is_ready() throws Exception {
    assertThat(get("/health/live").statusCode()).isEqualTo(200);
    assertThat(get("/health/ready").statusCode()).isEqualTo(200);
    assertThat(get("/health/ready").body()).contains("\"database\"");
  }

  @Test
  void prometheus_can_read_it() throws Exception {
    get("/health/live");

    assertThat(get("/metrics").body())
        .contains("apricot_outbox_dead 0.0")
        .contains("apricot_inbox_failed 0.0")
        .contains("apricot_outbox_overdue_seconds")
        .contains("apricot_listener_behind_seconds{listener=\"notices\"}")
        .contains("apricot_listener_parked{listener=\"notices\"} 0.0")
        .contains("apricot_robot_connection{state=\"evicted\"} 0.0")
        .contains("jvm_memory_used_bytes")
        .contains("vertx_http_server_requests_total");
  }

  @Test
  void nobody_reads_a_page_without_signing_in() throws Exception {
    assertThat(get("/tickets/1001").statusCode()).isIn(302, 303, 401, 404);
    assertThat(get("/api/v1/tickets").statusCode()).isEqualTo(401);
  }

  @Test
  void two_demos_cannot_share_one_folder() {
    assertThatThrownBy(() -> DemoFolder.take(folder)).hasMessageContaining("already running");
  }

  private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    try (var http = HttpClient.newHttpClient()) {
      var address = URI.create("http://127.0.0.1:" + demo.port() + path);
      return http.send(
          HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }
  }
}
