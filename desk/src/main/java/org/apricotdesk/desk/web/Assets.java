package org.apricotdesk.desk.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/// The pages' files: our stylesheet and script, and the libraries out of their jars.
final class Assets {
  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml");

  private record Asset(Buffer bytes, String type, String tag) {}

  private final Map<String, Asset> assets = new HashMap<>();

  Assets() {
    for (var name :
        new String[] {
          "apricot.css", "apricot.js", "figures.js", "roster.js", "apricot.svg", "icons.svg"
        }) {
      add(name, "/org/apricotdesk/desk/web/assets/" + name);
    }
    addLibrary("htmx.js", "org.webjars.npm/htmx.org", "webjars/htmx.org/%s/dist/htmx.min.js");
    addLibrary("sse.js", "org.webjars.npm/htmx-ext-sse", "webjars/htmx-ext-sse/%s/sse.js");
    addLibrary("echarts.js", "org.mvnpm/echarts", "_static/echarts/%s/dist/echarts.common.min.js");
  }

  void serve(RoutingContext context) {
    var asset = Optional.ofNullable(assets.get(context.pathParam("name")));
    if (asset.isEmpty()) {
      context.fail(404);
    } else if (asset.get().tag().equals(context.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
      context.response().setStatusCode(304).end();
    } else {
      context
          .response()
          .putHeader(HttpHeaders.CONTENT_TYPE, asset.get().type())
          .putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=600")
          .putHeader(HttpHeaders.ETAG, asset.get().tag())
          .end(asset.get().bytes());
    }
  }

  /// A file whose path in its jar has the library's version in it.
  private void addLibrary(String name, String artifact, String path) {
    add(name, "/META-INF/resources/" + path.formatted(version(artifact)));
  }

  private static String version(String artifact) {
    var properties = new Properties();
    try (var in = open("/META-INF/maven/" + artifact + "/pom.properties")) {
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the version of " + artifact, e);
    }
  }

  private void add(String name, String resource) {
    try (var in = open(resource)) {
      var bytes = in.readAllBytes();
      var type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "text/plain");
      var tag = '"' + HexFormat.of().formatHex(Tokens.digest(bytes), 0, 8) + '"';
      assets.put(name, new Asset(Buffer.buffer(bytes), type, tag));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the page file " + resource, e);
    }
  }

  private static InputStream open(String resource) {
    return Objects.requireNonNull(Assets.class.getResourceAsStream(resource), resource);
  }
}
