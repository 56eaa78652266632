package org.apricotdesk.knowledge.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Proxy;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StayingAtHomeTest {
  @Test
  void loading_the_model_calls_nobody_on_the_network() throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var loading =
        new ProcessBuilder(
                java,
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Loading.class.getName())
            .redirectErrorStream(true)
            .start();

    var said = new String(loading.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(said).contains("loaded").doesNotContain("asked for");
    assertThat(loading.waitFor()).isZero();
  }

  /// A program of its own, since the library decides once in a program's life. It says every
  /// address that anybody opens and lets nobody through.
  static final class Loading {
    private Loading() {}

    public static void main(String[] args) {
      URL.setURLStreamHandlerFactory(scheme -> scheme.startsWith("http") ? new Telling() : null);
      try (var model = EmbeddingModel.load()) {
        System.out.println("loaded " + model.dimension());
      }
    }
  }

  private static final class Telling extends URLStreamHandler {
    @Override
    protected URLConnection openConnection(URL address, Proxy by) throws IOException {
      return openConnection(address);
    }

    @Override
    protected URLConnection openConnection(URL address) throws IOException {
      System.out.println("asked for " + address);
      throw new IOException("nobody goes out in this test");
    }
  }
}
