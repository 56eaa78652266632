package org.apricotdesk.deploy.flaw;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// A browser without script, with cookies of the product, which follows only where it is told to.
final class Browser {
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  private final String address;
  private final Map<String, String> cookies = new HashMap<>();

  Browser(String address) {
    this.address = address;
  }

  /// Goes to WeCom's page and says there who one is, as on a desktop.
  ///
  /// @return what the product answers to whom WeCom sends back
  HttpResponse<String> signsIn(String userid, String wish) {
    return comesBack(userid, asksForSignIn(wish));
  }

  /// The address at WeCom to which the product sends a browser.
  String asksForSignIn(String wish) {
    return location(gets("/signin/wecom?to=" + encoded(wish)));
  }

  /// Says at WeCom who one is, and goes where WeCom then sends the browser.
  HttpResponse<String> comesBack(String userid, String atWeCom) {
    return gets(sentBack(userid, atWeCom));
  }

  /// Where WeCom sends a browser after somebody said there who they are.
  static String sentBack(String userid, String atWeCom) {
    var request = HttpRequest.newBuilder(URI.create(atWeCom + "&as=" + userid)).build();
    return URI.create(location(send(request))).toString().replaceFirst("^https?://[^/]+", "");
  }

  HttpResponse<String> gets(String path, String... headers) {
    var request = request(path);
    if (headers.length > 0) request.headers(headers);
    return keeping(send(request.build()));
  }

  HttpResponse<String> posts(String path, String type, String body) {
    var form = HttpRequest.BodyPublishers.ofString(body);
    return keeping(send(request(path).header("content-type", type).POST(form).build()));
  }

  HttpResponse<String> posts(String path) {
    return posts(path, "application/x-www-form-urlencoded", "");
  }

  boolean isSignedIn() {
    return gets("/my").statusCode() == 200;
  }

  String cookie(String name) {
    return cookies.getOrDefault(name, "");
  }

  /// As somebody who can write into this browser would.
  void plant(String name, String value) {
    cookies.put(name, value);
  }

  static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("location").orElseThrow();
  }

  private HttpRequest.Builder request(String path) {
    var request = HttpRequest.newBuilder(URI.create(address + path));
    var kept =
        cookies.entrySet().stream()
            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
            .collect(Collectors.joining("; "));
    return kept.isEmpty() ? request : request.header("cookie", kept);
  }

  private HttpResponse<String> keeping(HttpResponse<String> answer) {
    for (var cookie : answer.headers().allValues("set-cookie")) {
      assertThat(cookie).contains("HTTPOnly", "SameSite=Lax", "Path=/");
      var parts = cookie.split(";", 2)[0].split("=", 2);
      cookies.put(parts[0], parts[1]);
    }
    return answer;
  }

  private static HttpResponse<String> send(HttpRequest request) {
    try {
      return HTTP.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException("no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
